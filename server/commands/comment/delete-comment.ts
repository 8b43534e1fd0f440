import { can } from "@/domain/access/policy";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { type CommentRow, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";

/** A question whose answer goes is open again. */
async function reopenQuestion(
  tx: Transaction,
  access: CourseAccess,
  reply: CommentRow,
  now: Date,
): Promise<void> {
  const { count } = await tx.comment.updateMany({
    where: { id: reply.threadId, answerId: reply.id },
    data: { answerId: null, revision: { increment: 1 } },
  });
  if (count === 0) return;
  await recordEvent(tx, reply.roomId, {
    type: "comment.answered",
    payload: { replyId: null },
    courseId: access.courseId,
    actorId: access.actor.membershipId,
    subjectId: reply.threadId,
    at: now,
  });
}

/** Deletes a comment: its words go, its place stays as long as replies hang on it. Deleting again changes nothing. */
export async function deleteComment(access: CourseAccess, id: Id, now: Date): Promise<CommentWire> {
  const { row, wire, facts, discussion, mine } = await findComment(access, id, now);
  if (facts.deleted) return wire;
  const { groupId } = row.room;
  if (!can(access.actor, "comment.delete", facts, roomFacts(discussion, groupId), now)) {
    if (mine) mayWrite(access, discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }
  await transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id, version: row.version, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 }, revision: { increment: 1 } },
    });
    if (count === 0) return;
    await tx.commentVersion.create({
      data: {
        commentId: id,
        courseId: access.courseId,
        version: row.version,
        body: row.body,
        signal: row.signal,
        at: row.editedAt ?? row.createdAt,
      },
    });
    await tx.citation.deleteMany({ where: { commentId: id } });
    await reopenQuestion(tx, access, row, now);
    await tx.mention.deleteMany({ where: { commentId: id } });
    await recordEvent(tx, row.roomId, {
      type: "comment.deleted",
      payload: { byStaff: !mine },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  // When an edit came between, what it said is to be kept as well: deleted anew.
  return deleteComment(access, id, now);
}
