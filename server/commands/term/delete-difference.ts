import { isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findDifference } from "@/server/queries/term-difference";

/**
 * Deletes a difference with its thread: staff's to do, and its author's while nothing is said under it. Refuses
 * `not-found` for what is not seen.
 */
export async function deleteDifference(access: CourseAccess, id: Id, now: Date): Promise<{ id: Id }> {
  authorize(access, "term.discuss");
  const { view } = await findDifference(access, id, now);
  if (!view.can.delete) refuse({ code: "not-allowed" });
  const { courseId, actor } = access;
  await transaction(async (tx) => {
    const { count } = await tx.termDifference.updateMany({
      where: { id, courseId, deletedAt: null },
      data: { deletedAt: now },
    });
    if (count === 0) return;
    // Whoever answers holds it until their commit: what they say is seen here.
    const answered = isStaff(actor)
      ? 0
      : await tx.note.count({ where: { differenceId: id, deletedAt: null } });
    if (answered > 0) refuse({ code: "not-allowed" });
    await recordAtDesk(tx, {
      type: "difference.deleted",
      payload: { byStaff: !view.mine },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return { id };
}
