import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/**
 * From here to the commit nobody else merges, parts, moves or deletes evidence of this course: two merges at once
 * cannot make a circle, and none ends under a piece that is just going.
 */
export async function holdClusters(tx: Transaction, courseId: Id): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence ${courseId}`}, 0))`;
}

/** Takes a piece out of where it is merged; of those merged under it the oldest takes its place before the others. */
export async function leaveCluster(tx: Transaction, id: Id): Promise<void> {
  await tx.evidence.updateMany({
    where: { id, mergedIntoId: { not: null } },
    data: { mergedIntoId: null, mergedById: null },
  });
  const heir = await tx.evidence.findFirst({
    where: { mergedIntoId: id, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  if (!heir) return;
  await tx.evidence.update({ where: { id: heir.id }, data: { mergedIntoId: null, mergedById: null } });
  await tx.evidence.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: heir.id } });
}

/** Keeps a filed piece from going or being taken back until the commit; whether there is one. */
export async function holdFiled(tx: Transaction, id: Id): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Evidence"
    WHERE id = ${id}::uuid AND "filedAt" IS NOT NULL AND "deletedAt" IS NULL FOR SHARE`;
  return held.length > 0;
}
