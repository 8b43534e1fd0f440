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

/** Refuses `not-found` unless what is named of a place stands in this course's frame. */
export async function checkPlace(access: CourseAccess, { positionId, dimensionId }: Place): Promise<void> {
  const { courseId } = access;
  const [known] = await db().$queryRaw<{ position: boolean; dimension: boolean }[]>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "Position" p
        WHERE p.id = ${positionId}::uuid AND p."courseId" = ${courseId}::uuid AND p."removedAt" IS NULL) AS position,
      EXISTS (SELECT 1 FROM "Dimension" d
        WHERE d.id = ${dimensionId}::uuid AND d."courseId" = ${courseId}::uuid AND d."removedAt" IS NULL) AS dimension`);
  if (positionId !== null && !known?.position) refuse({ code: "not-found" });
  if (dimensionId !== null && !known?.dimension) refuse({ code: "not-found" });
}

/** What a piece says and where, in words: for whoever has to choose between it and their own. */
export async function inWords(piece: Place & { claim: string; relation: EvidenceRelation }): Promise<string> {
  const [names] = await db().$queryRaw<{ position: string | null; dimension: string | null }[]>(Prisma.sql`
    SELECT (SELECT p.short FROM "Position" p WHERE p.id = ${piece.positionId}::uuid) AS position,
      (SELECT d.name FROM "Dimension" d WHERE d.id = ${piece.dimensionId}::uuid) AS dimension`);
  const where = [piece.relation, names?.position ?? "–", names?.dimension ?? "–"].join(" · ");
  return `${piece.claim}\n\n${where}`;
}
