import { answersVisible, othersVisible } from "@/domain/access/discussion";
import { ownSchedule } from "@/domain/access/own-schedule";
import { can, type Masks, type RoomFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { needsAliases } from "@/server/adapters/aliases";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type AssignmentFacts, scheduleOf } from "./discussion";
import { assignmentScope } from "./scope";
import type { Naming } from "./voice";

export interface OpenReading {
  id: Id;
  /** The reading's number in the course. */
  number: number;
  title: string;
  versionId: Id;
  assignmentId: Id;
}

/** An assignment that this person may enter, as they find it. */
export interface OpenAssignment {
  facts: AssignmentFacts;
  title: string;
  /** The group this person writes in; null for the whole class, and for staff. */
  ownGroupId: Id | null;
  groups: { id: Id; name: string }[];
  /** Whether classmates' words show; staff and observers do not depend on it. */
  othersVisible: boolean;
  /** Whether this person is shown others' words here, whatever their role. */
  showsOthers: boolean;
  naming: Naming;
  readings: OpenReading[];
  prompts: OpenPrompt[];
}

export interface OpenPrompt {
  id: Id;
  number: number;
  title: string;
  /** Whether this person is shown others' answers. */
  showsOthers: boolean;
  naming: Naming;
}

const namingOf = (
  access: CourseAccess,
  masks: Masks,
  aliases: readonly { id: Id; name: string; membershipId: Id }[],
): Naming => ({
  hidden: !can(access.actor, "names.see", masks),
  names: masks.names,
  aliases: new Map(
    needsAliases(masks) ? aliases.map(({ membershipId, id, name }) => [membershipId, { id, name }]) : [],
  ),
});

/**
 * The course's assignments that this person may enter, with whose words show in each and under what names: what every
 * list over the whole course is held against. Two statements.
 */
export async function openAssignments(access: CourseAccess, now: Date): Promise<OpenAssignment[]> {
  const { actor, courseId } = access;
  const rows = await db().assignment.findMany({
    where: { courseId, ...assignmentScope(actor) },
    select: {
      ...scheduleOf(actor),
      title: true,
      aliases: { select: { id: true, name: true, membershipId: true } },
      groupSet: { select: { groups: { select: { id: true, name: true }, orderBy: { position: "asc" } } } },
      readings: {
        select: { id: true, position: true, versionId: true, version: { select: { title: true } } },
        orderBy: { position: "asc" },
      },
      prompts: {
        select: {
          id: true,
          position: true,
          title: true,
          postFirst: true,
          pseudonyms: true,
          responses: {
            where: {
              authorId: actor.membershipId,
              parentId: null,
              deletedAt: null,
              submittedAt: { not: null },
            },
            select: { id: true },
            take: 1,
          },
        },
        orderBy: { position: "asc" },
      },
    },
    orderBy: { position: "asc" },
  });
  const counts = await db().$queryRaw<{ assignmentId: Id; own: number }[]>(Prisma.sql`
    SELECT r."assignmentId", count(*)::int AS own FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
    JOIN "Assignment" a ON a.id = r."assignmentId" AND c.words >= a."postFirstWords"
    WHERE c."courseId" = ${courseId}::uuid AND c."authorId" = ${actor.membershipId}::uuid
      AND c.audience = 'group' AND c."deletedAt" IS NULL
    GROUP BY r."assignmentId"`);
  const ownComments = new Map(counts.map(({ assignmentId, own }) => [assignmentId, own]));

  return rows
    .filter((row) => can(access.actor, "assignment.enter", row, now))
    .map(({ title, aliases, groupSet, readings, prompts, ...row }) => {
      const facts = ownSchedule(actor, row);
      const visible = othersVisible(facts, ownComments.get(facts.id) ?? 0, now);
      const groups = groupSet?.groups ?? [];
      const always = actor.role !== "student";
      return {
        facts,
        title,
        groups,
        ownGroupId: groups.find((group) => actor.groupIds.includes(group.id))?.id ?? null,
        othersVisible: visible,
        showsOthers: always || visible,
        naming: namingOf(access, facts, aliases),
        readings: readings.map(({ id, position, versionId, version }) => ({
          id,
          number: position,
          title: version.title,
          versionId,
          assignmentId: facts.id,
        })),
        prompts: prompts.map((prompt) => ({
          id: prompt.id,
          number: prompt.position,
          title: prompt.title,
          showsOthers: always || answersVisible(visible, prompt, prompt.responses.length > 0),
          naming: namingOf(
            access,
            { ...facts, ...(prompt.pseudonyms && { names: "pseudonyms" as const }) },
            aliases,
          ),
        })),
      };
    });
}

/** Facts for the policy about one of the assignment's rooms. */
export const openRoomFacts = (open: OpenAssignment, groupId: Id | null): RoomFacts => ({
  ...open.facts,
  groupId,
  othersVisible: open.othersVisible,
});
