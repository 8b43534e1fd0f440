import { type CommentFacts, can } from "@/domain/access/policy";
import type { Audience, Signal } from "@/domain/comment/comment";
import type { Id } from "@/domain/id";
import type { Chip } from "@/domain/prompt/citation";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, toChip } from "./citation";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, roomFacts } from "./discussion";
import { commentScope } from "./scope";

const fields = {
  id: true,
  threadId: true,
  threadAuthorId: true,
  parentId: true,
  readingId: true,
  paragraphId: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  signal: true,
  audience: true,
  body: true,
  version: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  authorId: true,
  author: { select: { role: true, user: { select: { name: true } } } },
  room: { select: { groupId: true } },
  citations: { select: chipFields, orderBy: { position: "asc" } },
} as const satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: typeof fields }>;

export interface CommentView {
  id: Id;
  threadId: Id;
  parentId: Id | null;
  readingId: Id;
  paragraphId: Id | null;
  /** UTF-16 offsets in the paragraph; null for the whole of it. */
  passage: { start: number; end: number; quote: string } | null;
  signal: Signal | null;
  audience: Audience;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
  author: { id: Id; name: string; role: "instructor" | "assistant" | "student" | "observer" };
  groupId: Id | null;
  citations: Chip[];
  mine: boolean;
  can: { reply: boolean; edit: boolean; delete: boolean };
}

const factsOf = (row: Row): CommentFacts => ({
  authorId: row.authorId,
  threadAuthorId: row.threadAuthorId,
  audience: row.audience,
  deleted: row.deletedAt !== null,
});

function present(row: Row, access: CourseAccess, discussion: DiscussionFacts, now: Date): CommentView {
  const facts = factsOf(row);
  const room = roomFacts(discussion, row.room.groupId);
  const { startOffset, endOffset, quote } = row;
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    readingId: row.readingId,
    paragraphId: row.paragraphId,
    passage:
      startOffset === null || endOffset === null || quote === null
        ? null
        : { start: startOffset, end: endOffset, quote },
    signal: row.signal,
    audience: row.audience,
    body: row.body,
    version: row.version,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deleted: facts.deleted,
    author: { id: row.authorId, name: row.author.user.name, role: row.author.role },
    groupId: row.room.groupId,
    citations: row.citations.map(toChip),
    mine: row.authorId === access.actor.membershipId,
    can: {
      reply: can(access.actor, "comment.reply", facts, room, now),
      edit: can(access.actor, "comment.edit", facts, room, now),
      delete: can(access.actor, "comment.delete", facts, room, now),
    },
  };
}

/** A tombstone stands only as long as something hangs on it. */
const withoutEmptyTombstones = (rows: Row[]) => {
  const answered = new Set(rows.filter((row) => row.deletedAt === null).map((row) => row.threadId));
  return rows.filter(
    (row) => row.deletedAt === null || (row.id === row.threadId && answered.has(row.threadId)),
  );
};

/** The comments of one reading that this person may see, oldest first. */
export async function commentsOfReading(
  access: CourseAccess,
  discussion: DiscussionFacts,
  readingId: Id,
  now: Date,
): Promise<CommentView[]> {
  const rows = await db().comment.findMany({
    where: {
      courseId: access.courseId,
      readingId,
      ...commentScope(access.actor, discussion.othersVisible),
    },
    select: fields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return withoutEmptyTombstones(rows).map((row) => present(row, access, discussion, now));
}

export interface FoundComment {
  view: CommentView;
  facts: CommentFacts;
  discussion: DiscussionFacts;
  roomId: Id;
}

/** One comment with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findComment(access: CourseAccess, id: Id, now: Date): Promise<FoundComment> {
  const row = await db().comment.findUnique({
    where: { id, courseId: access.courseId },
    select: { ...fields, roomId: true, reading: { select: { assignmentId: true } } },
  });
  if (!row) refuse({ code: "not-found" });
  const discussion = await discussionOf(access, row.reading.assignmentId, now);
  const facts = factsOf(row);
  if (!can(access.actor, "comment.see", facts, roomFacts(discussion, row.room.groupId), now)) {
    refuse({ code: "not-found" });
  }
  return { view: present(row, access, discussion, now), facts, discussion, roomId: row.roomId };
}

/** Whether this person has posted a comment under this id: a request may arrive without its answer being read. */
export async function hasPosted(access: CourseAccess, id: Id): Promise<boolean> {
  const where = { id, courseId: access.courseId, authorId: access.actor.membershipId };
  return (await db().comment.count({ where })) > 0;
}
