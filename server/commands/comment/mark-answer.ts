import type { AnswerMark } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { commentFor, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";

/** Keeps a reply from being deleted before this is done, or it would answer the question without a word. */
async function holdReply(tx: Transaction, id: Id): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Comment" WHERE id = ${id}::uuid AND "deletedAt" IS NULL FOR SHARE`;
  if (held.length === 0) refuse({ code: "deleted" });
}

/** The asker (or staff) says which reply answered a question. Refuses `not-found` for a reply of another thread. */
export async function markAnswer(access: CourseAccess, input: AnswerMark, now: Date): Promise<CommentWire> {
  const { row } = await commentFor(access, input.threadId, "comment.answer", now);
  if (input.replyId) {
    const reply = await findComment(access, input.replyId, now);
    if (reply.row.threadId !== row.id || reply.facts.isRoot) refuse({ code: "not-found" });
    if (reply.facts.deleted) refuse({ code: "deleted" });
  }
  await transaction(async (tx) => {
    if (input.replyId) await holdReply(tx, input.replyId);
    const { count } = await tx.comment.updateMany({
      where: {
        id: row.id,
        deletedAt: null,
        // A plain "not this" leaves out the rows that have none.
        OR: [{ answerId: { not: input.replyId } }, ...(input.replyId ? [{ answerId: null }] : [])],
      },
      data: { answerId: input.replyId, revision: { increment: 1 } },
    });
    if (count === 0) return;
    await recordEvent(tx, row.roomId, {
      type: "comment.answered",
      payload: { replyId: input.replyId },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: row.id,
      at: now,
    });
  });
  return (await findComment(access, input.threadId, now)).wire;
}
