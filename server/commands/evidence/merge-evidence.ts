import { isStaff } from "@/domain/access/actor";
import { isClosed } from "@/domain/access/discussion";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { holdClusters } from "@/server/adapters/evidence-clusters";
import type { CourseAccess } from "@/server/queries/course-access";
import {
  evidenceByIds,
  evidenceView,
  type FoundEvidence,
  findEvidence,
  mayPart,
  refuseIn,
} from "@/server/queries/evidence";

const headOf = ({ row }: FoundEvidence) => row.mergedIntoId ?? row.id;

const structure = {
  id: true,
  relation: true,
  positionId: true,
  dimensionId: true,
  filedAt: true,
  deletedAt: true,
  mergedIntoId: true,
} as const;

/** The piece to go under; null where the two are together already. Refuses what does not belong together. */
async function headFor(tx: Transaction, id: Id, intoId: Id): Promise<Id | null> {
  const rows = await tx.evidence.findMany({ where: { id: { in: [id, intoId] } }, select: structure });
  const piece = rows.find((row) => row.id === id);
  const into = rows.find((row) => row.id === intoId);
  if (!piece || !into || piece.deletedAt || into.deletedAt) refuse({ code: "deleted" });
  const alike =
    piece.filedAt !== null &&
    into.filedAt !== null &&
    piece.positionId === into.positionId &&
    piece.dimensionId === into.dimensionId &&
    // What supports and what challenges may quote the same words, and does not say the same.
    piece.relation === into.relation;
  if (!alike) refuse({ code: "not-allowed" });
  const head = into.mergedIntoId ?? into.id;
  return head === piece.id || head === piece.mergedIntoId ? null : head;
}

/**
 * Puts a piece, and what is merged under it, under another of the same cell that says the same: under the one that
 * stands for it, where it is merged itself. Merging twice changes nothing.
 * @returns the piece that stands for both
 */
export async function mergeEvidence(
  access: CourseAccess,
  input: { id: Id; intoId: Id },
  now: Date,
): Promise<EvidenceView> {
  const { courseId, actor } = access;
  if (input.id === input.intoId) refuse({ code: "not-allowed" });
  const piece = await findEvidence(access, input.id, now);
  const into = await findEvidence(access, input.intoId, now, piece.openings);
  if (piece.facts.deleted || into.facts.deleted) refuse({ code: "deleted" });
  const rooms = { of: piece.room, into: into.room };
  const areTogether = headOf(piece) === headOf(into) && (piece.mine || into.mine);
  // Merged already, perhaps before the close, and sent again because the first answer was lost.
  if (!areTogether && !can(actor, "evidence.merge", piece.facts, into.facts, rooms, now)) {
    refuseIn(access, isClosed(into.open.facts, now) ? into.open : piece.open, now);
  }
  await transaction(async (tx) => {
    await holdClusters(tx, courseId);
    const head = await headFor(tx, input.id, input.intoId);
    if (!head) return;
    await tx.evidence.updateMany({ where: { mergedIntoId: input.id }, data: { mergedIntoId: head } });
    await tx.evidence.update({
      where: { id: input.id },
      data: { mergedIntoId: head, mergedById: actor.membershipId },
    });
    await recordMerge(tx, access, piece, head, now);
  });
  const { row } = await findEvidence(access, input.id, now, piece.openings);
  const [head] = await evidenceByIds(access, piece.openings, [row.mergedIntoId ?? row.id], now);
  return head ?? evidenceView(access, input.id, now);
}

/** Takes a piece out from under the one it is merged into. Doing so twice changes nothing. */
export async function partEvidence(access: CourseAccess, id: Id, now: Date): Promise<EvidenceView> {
  const found = await findEvidence(access, id, now);
  const { row, open } = found;
  if (found.facts.deleted) refuse({ code: "deleted" });
  if (row.mergedIntoId) {
    const { mergedById } = row;
    const may = mayPart(access, { authorId: row.authorId, mergedById });
    if (!may || (!isStaff(access.actor) && isClosed(open.facts, now))) refuseIn(access, open, now);
    await transaction(async (tx) => {
      await holdClusters(tx, access.courseId);
      const { count } = await tx.evidence.updateMany({
        where: { id, mergedIntoId: { not: null }, deletedAt: null },
        data: { mergedIntoId: null, mergedById: null },
      });
      if (count > 0) await recordMerge(tx, access, found, null, now);
    });
  }
  return evidenceView(access, id, now);
}

const recordMerge = (
  tx: Transaction,
  access: CourseAccess,
  { row }: FoundEvidence,
  intoId: Id | null,
  now: Date,
) =>
  recordEvent(tx, row.roomId, {
    type: "evidence.merged",
    payload: { intoId },
    courseId: access.courseId,
    actorId: access.actor.membershipId,
    subjectId: row.id,
    at: now,
  });
