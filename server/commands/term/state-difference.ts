import type { Id } from "@/domain/id";
import type { NewDifference } from "@/domain/prompt/term-input";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { mustStillStand } from "@/server/adapters/reading-text";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { openAssignments } from "@/server/queries/openness";
import { type DifferenceView, findDifference } from "@/server/queries/term-difference";

/**
 * States in what two uses of a term differ: it begins a thread of its own. Idempotent by id. Refuses `not-found` for a
 * term, reading or paragraph that is not there for this person.
 */
export async function stateDifference(
  access: CourseAccess,
  input: NewDifference,
  now: Date,
): Promise<DifferenceView> {
  authorize(access, "term.discuss");
  const { courseId, actor } = access;
  const { id, termId, left, right, claim } = input;
  // Sent again because the first answer was lost: it was stated, whatever has changed since.
  if (await hasStated(access, id)) return ownView(access, input, now);
  const term = await db().term.count({ where: { id: termId, courseId, removedAt: null } });
  if (term === 0) refuse({ code: "not-found" });
  const open = await openAssignments(access, now);
  const readings = open.flatMap((each) => each.readings);
  for (const place of [left, right]) {
    const reading = readings.find((each) => each.id === place.readingId);
    const found =
      reading &&
      (await db().paragraph.count({
        where: { id: place.paragraphId, versionId: reading.versionId, courseId },
      }));
    if (!found) refuse({ code: "not-found" });
  }
  const at = [left.readingId, right.readingId];
  // Where classmates see aliases, its author needs one from now on.
  const hidden = open.filter(
    (each) => actor.role === "student" && each.readings.some((reading) => at.includes(reading.id)),
  );
  await transaction(async (tx) => {
    for (const { facts } of hidden) await giveAliases(tx, { ...facts, courseId }, [actor.membershipId]);
    const { count } = await tx.termDifference.createMany({
      data: {
        id,
        courseId,
        termId,
        authorId: actor.membershipId,
        leftReadingId: left.readingId,
        leftParagraphId: left.paragraphId,
        rightReadingId: right.readingId,
        rightParagraphId: right.paragraphId,
        claim,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    for (const { readingId, paragraphId } of [left, right])
      await mustStillStand(tx, readingId, [paragraphId]);
    await recordAtDesk(tx, {
      type: "difference.stated",
      payload: { termId },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return ownView(access, input, now);
}

async function hasStated({ courseId, actor }: CourseAccess, id: Id): Promise<boolean> {
  const where = { id, courseId, authorId: actor.membershipId, deletedAt: null };
  return (await db().termDifference.count({ where })) > 0;
}

/** What stands under an id that was just stated; refuses `id-taken` when it is somebody else's, or another term's. */
async function ownView(access: CourseAccess, input: NewDifference, now: Date): Promise<DifferenceView> {
  if (!(await hasStated(access, input.id))) refuse({ code: "id-taken" });
  const { view, termId } = await findDifference(access, input.id, now);
  return termId === input.termId ? view : refuse({ code: "id-taken" });
}
