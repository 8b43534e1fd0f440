import { type CommentFacts, can } from "@/domain/access/policy";
import { standing } from "@/domain/comment/conversation";
import { formatCursor } from "@/domain/comment/cursor";
import { placesOfName } from "@/domain/comment/mention";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf, type Entry, entryOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, mayWrite, roomFacts } from "./discussion";
import { commentScope, roomScope } from "./scope";
import { isCalled, keyOf, type Naming, namingFor, toldText, voiceFields, voiceOf } from "./voice";

const member = { select: { id: true, role: true } } as const;

/** Selects what a comment's wire form is made of. */
export const commentFields = {
  id: true,
  roomId: true,
  readingId: true,
  threadId: true,
  threadAuthorId: true,
  parentId: true,
  paragraphId: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  anchor: true,
  formerQuote: true,
  signal: true,
  audience: true,
  body: true,
  version: true,
  revision: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  resolvedAt: true,
  pinnedAt: true,
  answerId: true,
  authorId: true,
  author: voiceFields,
  room: { select: { groupId: true } },
  citations: { select: chipFields, orderBy: { position: "asc" } },
  spans: {
    select: { paragraphId: true, startOffset: true, endOffset: true, quote: true },
    orderBy: { position: "asc" },
  },
  mentions: { select: { words: true, membership: member }, orderBy: { words: "asc" } },
  reactions: { select: { kind: true, membership: member }, orderBy: { at: "asc" } },
} as const satisfies Prisma.CommentSelect;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentFields }>;

export const factsOfRow = (row: CommentRow): CommentFacts => ({
  authorId: row.authorId,
  threadAuthorId: row.threadAuthorId,
  audience: row.audience,
  deleted: row.deletedAt !== null,
  isRoot: row.id === row.threadId,
  signal: row.signal,
});

/** Staff have no alias, and whether they began a thread is of no use to whoever is told only aliases. */
const threadAuthorKey = (naming: Naming, row: CommentRow) =>
  naming.hidden ? (naming.aliases.get(row.threadAuthorId)?.id ?? "") : row.threadAuthorId;

/** The wire form of a row, in the names that `naming` tells, with what it cites of what `enters` lets be read. */
export function toWire(row: CommentRow, naming: Naming, enters: Entry): CommentWire {
  const { startOffset, endOffset, quote } = row;
  const body = toldText(naming, row.body, row.mentions);
  const reacted = (kind: "same" | "helpful") =>
    row.reactions.filter((one) => one.kind === kind).map((one) => keyOf(naming, one.membership));
  return {
    id: row.id,
    roomId: row.roomId,
    readingId: row.readingId,
    threadId: row.threadId,
    parentId: row.parentId,
    groupId: row.room.groupId,
    paragraphId: row.paragraphId,
    passage:
      startOffset === null || endOffset === null || quote === null
        ? null
        : { start: startOffset, end: endOffset, quote },
    spans: row.spans.map((span) => ({
      paragraphId: span.paragraphId,
      start: span.startOffset,
      end: span.endOffset,
      quote: span.quote,
    })),
    ...(row.anchor !== "sound" && { moved: { to: row.anchor, words: row.formerQuote } }),
    signal: row.signal,
    audience: row.audience,
    body,
    version: row.version,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: row.deletedAt !== null,
    author: voiceOf(naming, row.author),
    threadAuthor: threadAuthorKey(naming, row),
    citations: chipsOf(row.citations, enters),
    mentions: row.mentions.flatMap(({ words, membership }) => {
      const key = keyOf(naming, membership);
      if (isCalled(naming, membership, words)) return { words, key };
      const alias = naming.aliases.get(membership.id)?.name;
      return alias && placesOfName(body, alias).length > 0 ? { words: alias, key } : [];
    }),
    resolved: row.resolvedAt !== null,
    pinned: row.pinnedAt !== null,
    answerId: row.answerId,
    reactions: { same: reacted("same"), helpful: reacted("helpful") },
  };
}

/** All comments of one reading that this person may see, oldest first, and up to which events they were read. */
export async function commentsOfReading(
  access: CourseAccess,
  discussion: DiscussionFacts,
  readingId: Id,
): Promise<{ cursor: string; comments: CommentWire[] }> {
  // The cursor first: an event that comes between is in the comments and arrives once more, which changes nothing.
  const cursor = await cursorOf(access, discussion);
  const rows = await db().comment.findMany({
    where: {
      courseId: access.courseId,
      readingId,
      ...commentScope(access.actor, discussion.othersVisible),
    },
    select: commentFields,
  });
  const naming = namingFor(access, discussion);
  const enters = entryOf(access.actor, discussion.foundAt);
  return { cursor, comments: standing(rows.map((row) => toWire(row, naming, enters))) };
}

/** The last event of each of the discussion's rooms that this person may enter. */
export async function cursorOf(access: CourseAccess, discussion: DiscussionFacts): Promise<string> {
  const rooms = await db().room.findMany({
    where: {
      courseId: access.courseId,
      assignmentId: discussion.assignment.id,
      ...roomScope(access.actor),
    },
    select: { id: true, lastSeq: true },
    orderBy: { id: "asc" },
  });
  return formatCursor(new Map(rooms.map((room) => [room.id, room.lastSeq])));
}

/** Comments by id in the wire form, as far as this person may see them. */
export async function commentsByIds(
  access: CourseAccess,
  discussion: DiscussionFacts,
  ids: Id[],
): Promise<CommentWire[]> {
  const rows = await db().comment.findMany({
    where: {
      id: { in: ids },
      courseId: access.courseId,
      ...commentScope(access.actor, discussion.othersVisible),
    },
    select: commentFields,
  });
  const naming = namingFor(access, discussion);
  const enters = entryOf(access.actor, discussion.foundAt);
  return rows.map((row) => toWire(row, naming, enters));
}

export interface FoundComment {
  row: CommentRow;
  wire: CommentWire;
  facts: CommentFacts;
  discussion: DiscussionFacts;
  mine: boolean;
}

/** One comment with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findComment(access: CourseAccess, id: Id, now: Date): Promise<FoundComment> {
  const found = await db().comment.findUnique({
    where: { id, courseId: access.courseId },
    select: { ...commentFields, reading: { select: { assignmentId: true } } },
  });
  if (!found) refuse({ code: "not-found" });
  const { reading, ...row } = found;
  const discussion = await discussionOf(access, reading.assignmentId, now);
  const facts = factsOfRow(row);
  if (!can(access.actor, "comment.see", facts, roomFacts(discussion, row.room.groupId), now)) {
    refuse({ code: "not-found" });
  }
  const wire = toWire(row, namingFor(access, discussion), entryOf(access.actor, now));
  return { row, wire, facts, discussion, mine: row.authorId === access.actor.membershipId };
}

/** One comment to do `action` with. Refuses `deleted`, `closed` and `not-allowed`. */
export async function commentFor(
  access: CourseAccess,
  id: Id,
  action: "comment.edit" | "comment.react" | "comment.resolve" | "comment.pin" | "comment.answer",
  now: Date,
): Promise<FoundComment> {
  const found = await findComment(access, id, now);
  const { facts, discussion, row } = found;
  if (facts.deleted) refuse({ code: "deleted" });
  if (!can(access.actor, action, facts, roomFacts(discussion, row.room.groupId), now)) {
    mayWrite(access, discussion, row.room.groupId, now);
    refuse({ code: "not-allowed" });
  }
  return found;
}

/** Whether this person has posted a comment under this id: a request may arrive without its answer being read. */
export async function hasPosted(access: CourseAccess, id: Id): Promise<boolean> {
  const where = { id, courseId: access.courseId, authorId: access.actor.membershipId };
  return (await db().comment.count({ where })) > 0;
}
