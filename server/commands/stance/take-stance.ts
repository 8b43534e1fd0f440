import type { NewStance } from "@/domain/prompt/stance";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { checkPosition } from "@/server/queries/frame";
import { ownStance, type StanceView } from "@/server/queries/stance";

/** States where this person stands now. Only ever adds: nothing said before is changed. Idempotent by id. */
export async function takeStance(access: CourseAccess, input: NewStance, now: Date): Promise<StanceView> {
  authorize(access, "stance.take");
  await checkPosition(access, input.positionId);
  if (input.readingId) await discussionOfReading(access, input.readingId, now);

  await transaction(async (tx) => {
    const { count } = await tx.stance.createMany({
      data: { ...input, courseId: access.courseId, authorId: access.actor.membershipId, at: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "stance.taken",
      payload: { positionId: input.positionId, confidence: input.confidence },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return ownStance(access, input.id);
}
