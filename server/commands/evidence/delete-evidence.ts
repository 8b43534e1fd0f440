import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { db, transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { holdClusters, leaveCluster } from "@/server/adapters/evidence-clusters";
import { keepFormer } from "@/server/adapters/evidence-former";
import type { CourseAccess } from "@/server/queries/course-access";
import { findEvidence, refuseIn } from "@/server/queries/evidence";

/**
 * Deletes a piece: its words go. Of those merged under it the oldest stands for the others from then on. Deleting again
 * changes nothing.
 */
export async function deleteEvidence(access: CourseAccess, id: Id, now: Date): Promise<{ id: Id }> {
  const { courseId, actor } = access;
  const { row, facts, open, room, mine } = await findEvidence(access, id, now);
  if (facts.deleted) return { id };
  if (!can(actor, "evidence.edit", facts, room, now)) refuseIn(access, open, now);
  const done = await transaction(async (tx) => {
    await holdClusters(tx, courseId);
    const { count } = await tx.evidence.updateMany({
      where: { id, version: row.version, deletedAt: null },
      data: { deletedAt: now, claim: "", version: { increment: 1 } },
    });
    if (count === 0) return false;
    await leaveCluster(tx, id);
    if (!row.filedAt) return true;
    await keepFormer(tx, courseId, row);
    await recordEvent(tx, row.roomId, {
      type: "evidence.deleted",
      payload: { byStaff: !mine },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
    return true;
  });
  if (done) return { id };
  // Somebody else deleted it meanwhile, or saved it: then what it said is to be kept as well.
  const gone = await db().evidence.count({ where: { id, deletedAt: { not: null } } });
  return gone > 0 ? { id } : deleteEvidence(access, id, now);
}
