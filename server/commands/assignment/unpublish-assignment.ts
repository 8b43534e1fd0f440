import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { holdDesk } from "@/server/adapters/assignment-parts";
import { holdAssignment, mustBeUntouched } from "@/server/adapters/assignment-removal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type AssignmentView, assignmentOf } from "@/server/queries/assignment";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Makes an assignment a draft again that only staff see, while nobody has begun it: refuses `in-use` from then on,
 * and `stale` when it was saved meanwhile. What is a draft already is answered with.
 */
export async function unpublishAssignment(
  access: CourseAccess,
  { id, version }: { id: Id; version: number },
  now: Date,
): Promise<AssignmentView> {
  authorize(access, "assignment.write");
  const held = await assignmentOf(access, id);
  if (!held.publishedAt) return held;
  const { courseId } = access;

  await transaction(async (tx) => {
    await holdAssignment(tx, { courseId, assignmentId: id });
    await holdDesk(tx, courseId);
    const { count } = await tx.assignment.updateMany({
      where: { id, courseId, version, publishedAt: { not: null } },
      data: { publishedAt: null, version: { increment: 1 } },
    });
    if (count === 0) {
      const current = await tx.assignment.findUnique({
        where: { id, courseId },
        select: { version: true, publishedAt: true, instructions: true },
      });
      if (!current) refuse({ code: "not-found" });
      if (!current.publishedAt) return;
      refuse({ code: "stale", current: { version: current.version, text: current.instructions } });
    }
    await mustBeUntouched(tx, { courseId, assignmentId: id }, held.title);
    await recordAtDesk(tx, {
      type: "assignment.unpublished",
      payload: {},
      courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return assignmentOf(access, id);
}
