import type { Actor } from "@/domain/access/actor";
import { type Discussion, othersVisible } from "@/domain/access/discussion";
import { type Extended, ownSchedule } from "@/domain/access/own-schedule";
import { can, type Masks, type RoomFacts } from "@/domain/access/policy";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { needsAliases } from "@/server/adapters/aliases";
import { db } from "@/server/adapters/db";
import type { RoomAddress } from "@/server/adapters/event-log";
import type { CourseAccess } from "./course-access";

/** Selects what decides who may enter an assignment, in the class's dates. */
export const schedule = {
  id: true,
  publishedAt: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  visibility: true,
  postFirst: true,
  postFirstWords: true,
  privateNotes: true,
  names: true,
  blind: true,
  namesShownAt: true,
  groupSetId: true,
} as const;

export const extensionFields = { studentId: true, groupId: true, dueAt: true, closesAt: true } as const;

/** Selects the extensions that may be this person's. */
export const extensionsFor = ({ membershipId, groupIds }: Actor) =>
  ({
    where: { OR: [{ studentId: membershipId }, { groupId: { in: [...groupIds] } }] },
    select: extensionFields,
  }) as const satisfies Prisma.Assignment$extensionsArgs;

/** The same with the extensions that may be this person's: `ownSchedule` makes their dates of it. */
export const scheduleOf = (actor: Actor) =>
  ({ ...schedule, extensions: extensionsFor(actor) }) as const satisfies Prisma.AssignmentSelect;

/** An assignment by one person's own dates. */
export interface AssignmentFacts extends Discussion, Masks, Extended {
  id: Id;
  /** Words an own comment needs to count towards `postFirst`. */
  postFirstWords: number;
  privateNotes: boolean;
  groupSetId: Id | null;
}

/** An assignment's conversation as one person finds it. */
export interface DiscussionFacts {
  assignment: AssignmentFacts;
  /** The groups of the assignment's set; empty when the whole class talks together. */
  groups: { id: Id; name: string }[];
  /** The group this person writes in; null for the whole class, and for staff until they choose. */
  ownGroupId: Id | null;
  /** Own comments to the group, not deleted, and long enough to count. */
  ownComments: number;
  othersVisible: boolean;
  /** By membership; empty where nobody is told any. */
  aliases: Aliases;
  /** When it was found so. */
  foundAt: Date;
}

export type Aliases = ReadonlyMap<Id, { id: Id; name: string }>;

/** Facts for the policy about one of the discussion's rooms. */
export const roomFacts = (discussion: DiscussionFacts, groupId: Id | null): RoomFacts => ({
  ...discussion.assignment,
  groupId,
  othersVisible: discussion.othersVisible,
});

/**
 * Two statements. Refuses `not-found` for what is not published, and `not-open-yet` before it opens.
 * @param names what classmates see here, where that is not what they see in the assignment
 */
export const discussionOf = (
  access: CourseAccess,
  assignmentId: Id,
  now: Date,
  names?: Naming,
): Promise<DiscussionFacts> => findDiscussion(access, { id: assignmentId }, now, names);

/** The conversation a reading belongs to. Refuses as `discussionOf`. */
export const discussionOfReading = (
  access: CourseAccess,
  readingId: Id,
  now: Date,
): Promise<DiscussionFacts> => findDiscussion(access, { readings: { some: { id: readingId } } }, now);

async function findDiscussion(
  access: CourseAccess,
  which: Prisma.AssignmentWhereInput,
  now: Date,
  namesHere?: Naming,
): Promise<DiscussionFacts> {
  const row = await db().assignment.findFirst({
    where: { ...which, courseId: access.courseId },
    select: {
      ...scheduleOf(access.actor),
      groupSet: { select: { groups: { select: { id: true, name: true }, orderBy: { position: "asc" } } } },
      aliases: { select: { id: true, name: true, membershipId: true } },
    },
  });
  if (!row || !can(access.actor, "assignment.see", row)) refuse({ code: "not-found" });
  const assignment = ownSchedule(access.actor, row);
  if (!can(access.actor, "assignment.enter", assignment, now)) {
    refuse({ code: "not-open-yet", opensAt: assignment.opensAt.toISOString() });
  }
  const ownComments = await db().comment.count({
    where: {
      courseId: access.courseId,
      authorId: access.actor.membershipId,
      audience: "group",
      deletedAt: null,
      room: { assignmentId: assignment.id },
      words: { gte: assignment.postFirstWords },
    },
  });
  const { groupSet, aliases, ...found } = assignment;
  const facts = { ...found, names: namesHere ?? found.names };
  const groups = groupSet?.groups ?? [];
  const ownGroupId = groups.find((group) => access.actor.groupIds.includes(group.id))?.id ?? null;
  return {
    assignment: facts,
    groups,
    ownGroupId,
    ownComments,
    othersVisible: othersVisible(facts, ownComments, now),
    foundAt: now,
    aliases: new Map(
      needsAliases(facts) ? aliases.map(({ membershipId, ...alias }) => [membershipId, alias]) : [],
    ),
  };
}

/**
 * Where this person's words go. Staff choose among the groups, and a group that is not of this assignment is refused
 * as `not-found`; a student's own group is taken whatever was sent.
 */
export function roomToWriteIn(
  access: CourseAccess,
  discussion: DiscussionFacts,
  wanted: Id | null,
): RoomAddress {
  const { actor, courseId } = access;
  const chosen = actor.role === "student" ? null : wanted;
  if (chosen !== null && !discussion.groups.some((group) => group.id === chosen))
    refuse({ code: "not-found" });
  const groupId = chosen ?? discussion.ownGroupId;
  return { courseId, assignmentId: discussion.assignment.id, groupId };
}

/** Refuses `no-private-notes` for words that nobody else would read, where students keep none; a mark without words is none. */
export function mayKeepPrivate(
  access: CourseAccess,
  discussion: DiscussionFacts,
  comment: { audience: "group" | "private" | "instructors"; body: string },
): void {
  if (comment.audience !== "private" || comment.body === "") return;
  if (!can(access.actor, "comment.keep-private", discussion.assignment)) refuse({ code: "no-private-notes" });
}

/** Refuses `closed` when the assignment takes no more, `not-allowed` to those who only look on. */
export function mayWrite(
  access: CourseAccess,
  discussion: DiscussionFacts,
  groupId: Id | null,
  now: Date,
): void {
  const facts = roomFacts(discussion, groupId);
  if (can(access.actor, "comment.post", facts, now)) return;
  if (access.actor.role === "student" && now > facts.closesAt) {
    refuse({ code: "closed", closesAt: facts.closesAt.toISOString() });
  }
  refuse({ code: "not-allowed" });
}
