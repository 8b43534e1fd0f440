import type { NewStance } from "@/domain/prompt/stance";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { mustStillStand } from "@/server/adapters/reading-text";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { checkPosition } from "@/server/queries/frame";
import { checkMovingPassage, hasTaken, ownStance, type StanceView } from "@/server/queries/stance";

/**
 * States where this person stands now. Only ever adds: nothing said before is changed. Idempotent by id. Refuses
 * `not-found` for a position, a reading or a passage that is not theirs to name, and `anchor-mismatch` for a passage
 * that is gone from its reading meanwhile.
 */
export async function takeStance(access: CourseAccess, input: NewStance, now: Date): Promise<StanceView> {
  authorize(access, "stance.take");
  // Sent again because the first answer was lost: it was said, whatever has changed since.
  if (await hasTaken(access, input.id)) return ownStance(access, input.id);
  await checkPosition(access, input.positionId);
  await checkPosition(access, input.betweenId);
  if (input.readingId) await discussionOfReading(access, input.readingId, now);
  await checkMovingPassage(access, input.movedBy, now);

  const { movedBy, ...said } = input;
  await transaction(async (tx) => {
    const { count } = await tx.stance.createMany({
      data: {
        ...said,
        movedByReadingId: movedBy?.readingId ?? null,
        movedByParagraphId: movedBy?.paragraphId ?? null,
        courseId: access.courseId,
        authorId: access.actor.membershipId,
        at: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    if (movedBy) await mustStillStand(tx, movedBy.readingId, [movedBy.paragraphId]);
    await recordAtDesk(tx, {
      type: "stance.taken",
      payload: { positionId: input.positionId, betweenId: input.betweenId, confidence: input.confidence },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return ownStance(access, input.id);
}
