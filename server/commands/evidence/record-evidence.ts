import { can } from "@/domain/access/policy";
import { anchorOf } from "@/domain/anchor/passage";
import type { EvidenceView, NewEvidence } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { mustStillStand } from "@/server/adapters/reading-text";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading, mayWrite, roomFacts, roomToWriteIn } from "@/server/queries/discussion";
import { evidenceView, hasRecorded } from "@/server/queries/evidence";
import { checkPlace } from "@/server/queries/evidence-place";
import { textsOfParagraphs } from "@/server/queries/reading";

/**
 * Puts a passage to work, as a draft or before the class. Recording the same id again answers with what is there.
 * Refuses `anchor-mismatch` where the passage's words do not stand at its place.
 */
export async function recordEvidence(
  access: CourseAccess,
  input: NewEvidence,
  now: Date,
): Promise<EvidenceView> {
  const { courseId, actor } = access;
  // Sent again because the first answer was lost: it is there, whatever has closed, moved or gone since.
  if (await hasRecorded(access, input.id)) return evidenceView(access, input.id, now);
  const discussion = await discussionOfReading(access, input.readingId, now);
  const address = roomToWriteIn(access, discussion, null);
  if (!can(actor, "evidence.record", roomFacts(discussion, address.groupId), now)) {
    mayWrite(access, discussion, address.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const [paragraph] = await textsOfParagraphs(access, input.readingId, [input.paragraphId]);
  const anchor = paragraph ? anchorOf(paragraph.text, input.passage) : null;
  if (!anchor) refuse({ code: "anchor-mismatch" });
  await checkPlace(access, input);

  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId },
      actor.role === "student" ? [actor.membershipId] : [],
    );
    const roomId = await openRoom(tx, address);
    const { count } = await tx.evidence.createMany({
      data: {
        id: input.id,
        courseId,
        roomId,
        authorId: actor.membershipId,
        readingId: input.readingId,
        paragraphId: input.paragraphId,
        startOffset: anchor.start,
        endOffset: anchor.end,
        quote: anchor.quote,
        claim: input.claim,
        relation: input.relation,
        positionId: input.positionId,
        dimensionId: input.dimensionId,
        createdAt: now,
        filedAt: input.file ? now : null,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await mustStillStand(tx, input.readingId, [input.paragraphId]);
    const event = { courseId, actorId: actor.membershipId, subjectId: input.id, at: now };
    const { positionId, dimensionId } = input;
    await recordEvent(tx, roomId, {
      type: "evidence.recorded",
      payload: { positionId, dimensionId },
      ...event,
    });
    if (input.file) {
      await recordEvent(tx, roomId, { type: "evidence.filed", payload: { version: 1 }, ...event });
    }
  });
  if (!(await hasRecorded(access, input.id))) refuse({ code: "id-taken" });
  return evidenceView(access, input.id, now);
}
