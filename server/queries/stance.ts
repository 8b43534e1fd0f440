import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { NewStance, StanceMoment } from "@/domain/prompt/stance";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { schedule } from "./discussion";
import { blindOnes } from "./grade-key";

const named = { select: { id: true, name: true, short: true } } as const;

export const stanceFields = {
  id: true,
  moment: true,
  readingId: true,
  positionId: true,
  betweenId: true,
  confidence: true,
  why: true,
  at: true,
  stand: named,
  between: named,
  movedByReading: { select: { id: true, position: true, version: { select: { title: true } } } },
  movedByParagraph: { select: { id: true, number: true, text: true } },
} as const satisfies Prisma.StanceSelect;

export const firstToLast = [
  { at: "asc" },
  { id: "asc" },
] as const satisfies Prisma.StanceOrderByWithRelationInput[];

/** The passage that moved somebody. */
export interface MovingPassage {
  readingId: Id;
  paragraphId: Id;
  /** The reading's number in the course. */
  reading: number;
  /** The ¶ number; null for what is not counted, such as a heading. */
  paragraph: number | null;
  title: string;
  text: string;
}

/** What a position is called, also when it has been taken out of the frame since. */
export interface StandName {
  id: Id;
  name: string;
  short: string;
}

export interface StanceView {
  id: Id;
  moment: StanceMoment;
  readingId: Id | null;
  /** Null: none of them. */
  positionId: Id | null;
  /** The second position of somebody who stands between two. */
  betweenId: Id | null;
  stand: StandName | null;
  between: StandName | null;
  /** 1 (a leaning) to 5 (certain). */
  confidence: number;
  why: string;
  movedBy: MovingPassage | null;
  at: Date;
}

type StanceRow = Prisma.StanceGetPayload<{ select: typeof stanceFields }>;

export const stanceView = ({ movedByReading, movedByParagraph, ...row }: StanceRow): StanceView => ({
  ...row,
  movedBy: movedByReading &&
    movedByParagraph && {
      readingId: movedByReading.id,
      paragraphId: movedByParagraph.id,
      reading: movedByReading.position,
      paragraph: movedByParagraph.number,
      title: movedByReading.version.title,
      text: movedByParagraph.text,
    },
});

/** Where this person has stood, first to last. Nobody else's: to classmates a stance is never shown by name. */
export async function ownStances(access: CourseAccess): Promise<StanceView[]> {
  const rows = await db().stance.findMany({
    where: { courseId: access.courseId, authorId: access.actor.membershipId },
    select: stanceFields,
    orderBy: [...firstToLast],
  });
  return rows.map(stanceView);
}

/** Whether this person has stated a stance under this id. */
export async function hasTaken(access: CourseAccess, id: Id): Promise<boolean> {
  const where = { id, courseId: access.courseId, authorId: access.actor.membershipId };
  return (await db().stance.count({ where })) > 0;
}

/** A stance of this person's. Refuses `id-taken` where the id names something else. */
export async function ownStance(access: CourseAccess, id: Id): Promise<StanceView> {
  const row = await db().stance.findUnique({
    where: { id, courseId: access.courseId, authorId: access.actor.membershipId },
    select: stanceFields,
  });
  return row ? stanceView(row) : refuse({ code: "id-taken" });
}

/** Refuses `not-found` unless it is a paragraph of a reading that this person may enter. One statement. */
export async function checkMovingPassage(
  access: CourseAccess,
  passage: NewStance["movedBy"],
  now: Date,
): Promise<void> {
  if (!passage) return;
  const reading = await db().reading.findFirst({
    where: {
      id: passage.readingId,
      courseId: access.courseId,
      version: { paragraphs: { some: { id: passage.paragraphId } } },
    },
    select: { assignment: { select: schedule } },
  });
  if (!reading || !can(access.actor, "assignment.enter", reading.assignment, now)) {
    refuse({ code: "not-found" });
  }
}

export interface Journey {
  /** The student's membership; of a path without a name, what stands for it. */
  id: Id;
  /** Null while anything in the course is graded blind. */
  name: string | null;
  /** First to last; empty for who has not said yet. */
  path: StanceView[];
}

/**
 * Every student's path, for staff. While anything in the course is graded blind it goes without names: an answer under
 * an alias says what it argues for, and why, as its author's stance does. Not by aliases either, which would tell those
 * who have seen the path by name whose alias it is. One statement.
 */
export async function journeys(access: CourseAccess): Promise<Journey[]> {
  authorize(access, "stance.read-all");
  const course = await db().course.findUniqueOrThrow({
    where: { id: access.courseId },
    select: {
      assignments: { ...blindOnes, take: 1 },
      memberships: {
        where: { role: "student", withdrawnAt: null },
        select: {
          id: true,
          user: { select: { name: true } },
          stances: { select: stanceFields, orderBy: [...firstToLast] },
        },
        orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
      },
    },
  });
  const named = course.memberships.map(({ id, user, stances }) => ({
    id,
    name: user.name,
    path: stances.map(stanceView),
  }));
  return course.assignments.length > 0 ? unnamed(named) : named;
}

/** Paths in an order, and under ids, that tell nothing of whose they are: that of their first words. */
function unnamed(all: readonly Journey[]): Journey[] {
  const paths = all.map(({ path }) => path).filter((path) => path.length > 0);
  const silent = Array.from({ length: all.length - paths.length }, (_, at) => `silent ${at}`);
  return [
    ...paths
      .map((path) => ({ id: path[0]?.id ?? "", name: null, path }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    ...silent.map((id) => ({ id, name: null, path: [] })),
  ];
}
