import type { SetKind } from "@/domain/group/group";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db, type Transaction } from "@/server/adapters/db";
import { stancesOf, writtenIn } from "@/server/adapters/group-facts";
import { authorize, type CourseAccess } from "./course-access";
import { blindOnes } from "./grade-key";

/** Whoever is off the roster is shown nowhere, though the place that they may come back to is kept. */
export const presentStudent = { role: "student", withdrawnAt: null } as const;

export interface GroupView {
  id: Id;
  name: string;
  /** Of a set that follows the sections: which one. */
  sectionId: Id | null;
  /** Nobody stands in it any more; what was written there is kept. */
  dissolved: boolean;
  /** In the order of their names. */
  members: { id: Id; name: string }[];
}

/** One way of dividing the course. */
export interface SetView {
  id: Id;
  name: string;
  kind: SetKind;
  /** Of an automatic one: how many a group is meant to have. */
  size: number | null;
  mixed: boolean;
  version: number;
  /** The assignments that are divided so. */
  usedBy: { id: Id; title: string }[];
  groups: GroupView[];
}

const setFields = {
  id: true,
  name: true,
  kind: true,
  size: true,
  mixed: true,
  version: true,
  assignments: { select: { id: true, title: true }, orderBy: [{ position: "asc" }, { id: "asc" }] },
  groups: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      sectionId: true,
      dissolvedAt: true,
      members: {
        where: { membership: presentStudent },
        orderBy: [{ membership: { user: { name: "asc" } } }, { membershipId: "asc" }],
        select: { membershipId: true, membership: { select: { user: { select: { name: true } } } } },
      },
    },
  },
} as const satisfies Prisma.GroupSetSelect;

type SetRow = Prisma.GroupSetGetPayload<{ select: typeof setFields }>;

const toView = ({ assignments, groups, ...set }: SetRow): SetView => ({
  ...set,
  usedBy: assignments,
  groups: groups.map(({ dissolvedAt, members, ...group }) => ({
    ...group,
    dissolved: dissolvedAt !== null,
    members: members.map(({ membershipId, membership }) => ({
      id: membershipId,
      name: membership.user.name,
    })),
  })),
});

const setsOf = {
  select: setFields,
  orderBy: [{ name: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Course$groupSetsArgs;

/** Every way in which the course is divided, with who stands where. One statement. */
export async function groupSets(access: CourseAccess): Promise<SetView[]> {
  authorize(access, "group.write");
  return (await db().groupSet.findMany({ where: { courseId: access.courseId }, ...setsOf })).map(toView);
}

/** One set, also as it stands within a transaction. Refuses `not-found`. One statement. */
export async function setOf(access: CourseAccess, setId: Id, client: Transaction = db()): Promise<SetView> {
  authorize(access, "group.write");
  const row = await client.groupSet.findUnique({
    where: { id: setId, courseId: access.courseId },
    select: setFields,
  });
  return row ? toView(row) : refuse({ code: "not-found" });
}

export interface GroupStudent {
  id: Id;
  name: string;
  sectionId: Id | null;
  /**
   * The position they last stood at, `none` for none of them, null where they have not said, and for everybody while
   * anything in the course is graded blind.
   */
  stance: string | null;
}

export interface GroupsPage {
  sets: SetView[];
  sections: { id: Id; name: string }[];
  students: GroupStudent[];
  /** Those that stand in the frame, in its order; none while stances are not told. */
  positions: { id: Id; name: string; short: string }[];
  /** Who has written in rooms of which set, where it is not graded blind: moving them parts them from their words. */
  written: { studentId: Id; setId: Id }[];
  /** The assignments that are graded blind now: because of them stances, and who has written there, are not told. */
  blind: { id: Id; title: string }[];
}

/** The course's groups and sections, and its students with what matters in dividing them. Four statements. */
export async function groupsPage(access: CourseAccess): Promise<GroupsPage> {
  authorize(access, "group.write");
  const { courseId } = access;
  const [course, students, stances, written] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: {
        groupSets: setsOf,
        assignments: blindOnes,
        sections: { select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] },
        positions: {
          where: { removedAt: null },
          select: { id: true, name: true, short: true },
          orderBy: { position: "asc" },
        },
      },
    }),
    db().membership.findMany({
      where: { courseId, ...presentStudent },
      orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
      select: { id: true, sectionId: true, user: { select: { name: true } } },
    }),
    stancesOf(db(), courseId),
    writtenIn(db(), courseId),
  ]);
  const hidesStances = course.assignments.length > 0;
  const pairs = new Map(
    written
      .filter(({ told }) => told)
      .map(({ authorId, groupSetId }) => [
        `${authorId} ${groupSetId}`,
        { studentId: authorId, setId: groupSetId },
      ]),
  );
  return {
    sets: course.groupSets.map(toView),
    sections: course.sections,
    positions: hidesStances ? [] : course.positions,
    blind: course.assignments,
    students: students.map(({ id, sectionId, user }) => ({
      id,
      name: user.name,
      sectionId,
      stance: hidesStances ? null : (stances.get(id) ?? null),
    })),
    written: [...pairs.values()],
  };
}
