import { type Discussion, othersVisible } from "@/domain/access/discussion";
import { can, isBlind, type Masks, type RoomFacts } from "@/domain/access/policy";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { RoomAddress } from "@/server/adapters/event-log";
import type { CourseAccess } from "./course-access";

export const schedule = {
  id: true,
  publishedAt: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  visibility: true,
  postFirst: true,
  names: true,
  blind: true,
  namesShownAt: true,
  groupSetId: true,
} as const;

export interface AssignmentFacts extends Discussion, Masks {
  id: Id;
  groupSetId: Id | null;
}

/** An assignment's conversation as one person finds it. */
export interface DiscussionFacts {
  assignment: AssignmentFacts;
  /** The groups of the assignment's set; empty when the whole class talks together. */
  groups: { id: Id; name: string }[];
  /** The group this person writes in; null for the whole class, and for staff until they choose. */
  ownGroupId: Id | null;
  /** Own comments to the group, not deleted. */
  ownComments: number;
  othersVisible: boolean;
  /** By membership; empty where names are shown. */
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
  const assignment = await db().assignment.findFirst({
    where: { ...which, courseId: access.courseId },
    select: {
      ...schedule,
      groupSet: { select: { groups: { select: { id: true, name: true }, orderBy: { position: "asc" } } } },
      aliases: { select: { id: true, name: true, membershipId: true } },
    },
  });
  if (!assignment || !can(access.actor, "assignment.see", assignment)) refuse({ code: "not-found" });
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
      facts.names === "named" && !isBlind(facts)
        ? []
        : aliases.map(({ membershipId, ...alias }) => [membershipId, alias]),
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
