import type { AnswerMark } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { commentFor, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";

/** The asker (or staff) says which reply answered a question. Refuses `not-found` for a reply of another thread. */
export async function markAnswer(access: CourseAccess, input: AnswerMark, now: Date): Promise<CommentWire> {
  const { row } = await commentFor(access, input.threadId, "comment.answer", now);
  if (input.replyId) {
    const reply = await findComment(access, input.replyId, now);
    if (reply.row.threadId !== row.id || reply.facts.isRoot) refuse({ code: "not-found" });
    if (reply.facts.deleted) refuse({ code: "deleted" });
  }
  await transaction(async (tx) => {
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
