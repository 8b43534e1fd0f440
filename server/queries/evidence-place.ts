import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

interface Place {
  positionId: Id | null;
  dimensionId: Id | null;
}

interface InFrame {
  name: string;
  removed: boolean;
}

/** Refuses `not-found` for what was never in this course's frame, and `out-of-frame` for what was taken out of it. */
export async function checkPlace(access: CourseAccess, { positionId, dimensionId }: Place): Promise<void> {
  const { courseId } = access;
  const rows = await db().$queryRaw<(InFrame & { id: Id })[]>(Prisma.sql`
    SELECT id, name, "removedAt" IS NOT NULL AS removed FROM "Position"
      WHERE id = ${positionId}::uuid AND "courseId" = ${courseId}::uuid
    UNION ALL SELECT id, name, "removedAt" IS NOT NULL FROM "Dimension"
      WHERE id = ${dimensionId}::uuid AND "courseId" = ${courseId}::uuid`);
  for (const id of [positionId, dimensionId]) {
    if (id === null) continue;
    const found = rows.find((row) => row.id === id) ?? refuse({ code: "not-found" });
    if (found.removed) refuse({ code: "out-of-frame", name: found.name });
  }
}

/** What a piece says and where, in words: for whoever has to choose between it and their own. */
export async function inWords(piece: Place & { claim: string; relation: EvidenceRelation }): Promise<string> {
  const [names] = await db().$queryRaw<{ position: string | null; dimension: string | null }[]>(Prisma.sql`
    SELECT (SELECT p.short FROM "Position" p WHERE p.id = ${piece.positionId}::uuid) AS position,
      (SELECT d.name FROM "Dimension" d WHERE d.id = ${piece.dimensionId}::uuid) AS dimension`);
  const where = [piece.relation, names?.position ?? "–", names?.dimension ?? "–"].join(" · ");
  return `${piece.claim}\n\n${where}`;
}
