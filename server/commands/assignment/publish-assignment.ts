import { refusalOf } from "@/domain/assignment/assignment";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { giveClassAliases } from "@/server/adapters/aliases";
import { namingIn } from "@/server/adapters/assignment-parts";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type AssignmentView, assignmentOf } from "@/server/queries/assignment";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Shows an assignment, as it was last saved, to the class. Publishing again answers with what is there. Refuses
 * `nothing-to-read` without a reading or a prompt, and `stale` when it was saved meanwhile.
 */
export async function publishAssignment(
  access: CourseAccess,
  input: { id: Id; version: number },
  now: Date,
): Promise<AssignmentView> {
  authorize(access, "assignment.write");
  const held = await assignmentOf(access, input.id);
  if (held.publishedAt) return held;
  const refusal = refusalOf(held, true);
  if (refusal) refuse(refusal);

  await transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: input.id, courseId: access.courseId, version: input.version, publishedAt: null },
      data: { publishedAt: now, version: { increment: 1 } },
    });
    if (count === 0) {
      const current = await tx.assignment.findUnique({
        where: { id: input.id, courseId: access.courseId },
        select: { version: true, publishedAt: true, instructions: true },
      });
      if (!current) refuse({ code: "not-found" });
      // From another tab, in the same moment.
      if (current.publishedAt) return;
      refuse({ code: "stale", current: { version: current.version, text: current.instructions } });
    }
    await giveClassAliases(tx, { id: held.id, courseId: access.courseId, names: namingIn(held) });
    await recordAtDesk(tx, {
      type: "assignment.published",
      payload: {},
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return assignmentOf(access, input.id);
}
