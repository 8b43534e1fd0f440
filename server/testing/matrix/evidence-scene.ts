import { v7 as uuidv7 } from "uuid";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { mergeEvidence } from "@/server/commands/evidence/merge-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { postNote } from "@/server/commands/note/post-note";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, texts, today } from "../cast";

/** A piece on the cast's second paragraph, as it is sent. */
export const passageAtWork = (cast: Cast, claim: string, relation: EvidenceRelation = "supports") => ({
  id: uuidv7(),
  readingId: cast.readingId,
  paragraphId: cast.paragraphIds[1] ?? "",
  passage: { start: 0, end: 18, quote: texts[1].slice(0, 18) },
  claim,
  relation,
  positionId: cast.positionId,
  dimensionId: cast.dimensionId,
  file: true,
});

/** Ada's piece, another that says the same, and one merged under Ada's by her; and Ada's note on hers. */
export async function addEvidenceTo(cast: Cast) {
  const record = async (access: CourseAccess, claim: string) =>
    (await recordEvidence(access, passageAtWork(cast, claim), today)).id;
  const evidenceId = await record(cast.ada, "Without members nobody can be asked for consent.");
  const likeId = await record(cast.liming, "Nobody is asked for consent where there are no members.");
  const mergedId = await record(cast.liming, "No members, no consent.");
  await mergeEvidence(cast.ada, { id: mergedId, intoId: evidenceId }, today);
  const on = { kind: "evidence" as const, id: evidenceId };
  const note = await postNote(cast.ada, { id: uuidv7(), on, body: "As in [[1 ¶2]]." }, today);
  return { evidenceId, likeId, mergedId, noteId: note.id };
}
