import type { Id } from "@/domain/id";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceFor, evidenceView } from "@/server/queries/evidence";

/** Says that a piece still holds though its text has changed. Saying it again changes nothing. */
export async function checkEvidence(access: CourseAccess, id: Id, now: Date): Promise<EvidenceView> {
  const { row } = await evidenceFor(access, id, "evidence.edit", now);
  if (row.anchor === "lost") refuse({ code: "not-allowed" });
  await transaction(async (tx) => {
    const { count } = await tx.evidence.updateMany({
      where: { id, anchor: "changed", deletedAt: null },
      data: { anchor: "sound", formerParagraphId: null, formerQuote: null },
    });
    if (count === 0) return;
    await recordEvent(tx, row.roomId, {
      type: "evidence.checked",
      payload: { readingId: row.readingId },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return evidenceView(access, id, now);
}
