import type { ThreadMark } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { commentFor, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";

/** Ends a thread, or takes it up again. Doing so twice changes nothing. */
export async function resolveThread(
  access: CourseAccess,
  input: ThreadMark,
  now: Date,
): Promise<CommentWire> {
  const { row } = await commentFor(access, input.id, "comment.resolve", now);
  await transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: row.id, deletedAt: null, resolvedAt: input.on ? null : { not: null } },
      data: { resolvedAt: input.on ? now : null, revision: { increment: 1 } },
    });
    if (count === 0) return;
    await recordEvent(tx, row.roomId, {
      type: "comment.resolved",
      payload: { on: input.on },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: row.id,
      at: now,
    });
  });
  return (await findComment(access, input.id, now)).wire;
}
