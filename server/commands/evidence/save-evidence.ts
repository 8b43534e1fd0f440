import type { EventBody } from "@/domain/event";
import type { EvidenceSave, EvidenceView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { holdClusters, leaveCluster } from "@/server/adapters/evidence-clusters";
import { keepFormer } from "@/server/adapters/evidence-former";
import type { CourseAccess } from "@/server/queries/course-access";
import { type EvidenceRow, evidenceView, findEvidence, mayDo } from "@/server/queries/evidence";
import { checkPlace, inWords } from "@/server/queries/evidence-place";

/** Whether the piece stands as this save leaves it: just saved, or by the same save sent before. */
const standsSo = (row: EvidenceRow, input: EvidenceSave) =>
  row.version === input.version + 1 &&
  row.claim === input.claim &&
  (row.filedAt !== null) === input.file &&
  !isMoved(row, input);

const isMoved = (row: EvidenceRow, input: EvidenceSave) =>
  row.relation !== input.relation ||
  row.positionId !== input.positionId ||
  row.dimensionId !== input.dimensionId;

/**
 * Saves a piece, files a draft, or takes a filed one back to a draft while nobody has taken it up. What it said before
 * is kept once it was filed. One that moves leaves those it was merged with. Refuses `stale` with the newer state in
 * words.
 */
export async function saveEvidence(
  access: CourseAccess,
  input: EvidenceSave,
  now: Date,
): Promise<EvidenceView> {
  const found = await findEvidence(access, input.id, now);
  const { row, mine } = found;
  if (mine && standsSo(row, input)) return evidenceView(access, input.id, now);
  mayDo(access, "evidence.edit", found, now);
  const takesBack = row.filedAt !== null && !input.file;
  if (row.version === input.version) {
    if (takesBack && !mine) refuse({ code: "not-allowed" });
    await checkPlace(access, {
      // What was taken out of the frame may stay where it is.
      positionId: row.positionId === input.positionId ? null : input.positionId,
      dimensionId: row.dimensionId === input.dimensionId ? null : input.dimensionId,
    });
    await transaction(async (tx) => {
      const leaves = row.filedAt !== null && (takesBack || isMoved(row, input));
      if (leaves) await holdClusters(tx, access.courseId);
      if (!(await write(tx, row, input, now))) return;
      if (takesBack) await refuseIfTakenUp(tx, row);
      if (leaves) await leaveCluster(tx, row.id);
      if (row.filedAt) await keepFormer(tx, access.courseId, row);
      await record(tx, access, row, input, now);
    });
  }
  // Read again: another save or a deletion may have come between.
  const { row: standing, facts } = await findEvidence(access, input.id, now);
  if (facts.deleted) refuse({ code: "deleted" });
  if (standsSo(standing, input)) return evidenceView(access, input.id, now);
  return refuse({
    code: "stale",
    current: { version: standing.version, text: await inWords(standing) },
  });
}

async function write(tx: Transaction, row: EvidenceRow, input: EvidenceSave, now: Date): Promise<boolean> {
  const { claim, relation, positionId, dimensionId } = input;
  const { count } = await tx.evidence.updateMany({
    where: { id: row.id, version: input.version, deletedAt: null },
    data: {
      claim,
      relation,
      positionId,
      dimensionId,
      version: { increment: 1 },
      filedAt: input.file ? (row.filedAt ?? now) : null,
      editedAt: row.filedAt ? now : null,
    },
  });
  return count > 0;
}

/** What others have answered to, marked or merged is no longer its author's alone. */
async function refuseIfTakenUp(tx: Transaction, { id }: EvidenceRow): Promise<void> {
  const notes = await tx.note.count({ where: { evidenceId: id, deletedAt: null } });
  const marks = await tx.evidenceHelpful.count({ where: { evidenceId: id } });
  const merged = await tx.evidence.count({
    where: { OR: [{ mergedIntoId: id }, { id, mergedIntoId: { not: null } }] },
  });
  if (notes + marks + merged > 0) refuse({ code: "not-allowed" });
}

/** What happens to a draft is nobody's business but its author's. */
async function record(
  tx: Transaction,
  access: CourseAccess,
  row: EvidenceRow,
  input: EvidenceSave,
  now: Date,
): Promise<void> {
  if (!row.filedAt && !input.file) return;
  const payload = { version: input.version + 1 };
  const event: EventBody = row.filedAt
    ? { type: "evidence.edited", payload }
    : { type: "evidence.filed", payload };
  await recordEvent(tx, row.roomId, {
    ...event,
    courseId: access.courseId,
    actorId: access.actor.membershipId,
    subjectId: row.id,
    at: now,
  });
}
