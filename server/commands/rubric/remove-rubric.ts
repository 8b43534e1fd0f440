import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/** Takes a rubric off the list; what is graded by it goes on being so. Removing again changes nothing. */
export async function removeRubric(access: CourseAccess, id: Id, now: Date): Promise<void> {
  authorize(access, "rubric.write");
  const { courseId, actor } = access;
  if ((await db().rubric.count({ where: { id, courseId } })) === 0) refuse({ code: "not-found" });
  await transaction(async (tx) => {
    const { count } = await tx.rubric.updateMany({
      where: { id, courseId, removedAt: null },
      data: { removedAt: now },
    });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "rubric.removed",
      payload: {},
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
}
