import type { Id } from "@/domain/id";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { evidenceView, findEvidence, mayDo } from "@/server/queries/evidence";

/** Says that a piece still holds though its text has changed. Saying it again changes nothing. */
export async function checkEvidence(access: CourseAccess, id: Id, now: Date): Promise<EvidenceView> {
  const found = await findEvidence(access, id, now);
  const { row, mine } = found;
  // Said again, perhaps after the close, because the first answer was lost.
  if (mine && row.anchor === "sound") return evidenceView(access, id, now);
  mayDo(access, "evidence.edit", found, now);
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
