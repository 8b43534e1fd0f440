import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { openingsOf } from "./openings";
import { evidenceScopeSql } from "./scope";

/** A paragraph, and a position it has been put to work for. */
export interface EvidenceLabel {
  paragraphId: Id;
  positionId: Id;
}

/** Which paragraphs have been put to work for which positions, in what this person sees of it. Three statements. */
export async function evidenceLabels(access: CourseAccess, now: Date): Promise<EvidenceLabel[]> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  return db().$queryRaw<EvidenceLabel[]>(Prisma.sql`
    SELECT DISTINCT e."paragraphId", e."positionId" FROM "Evidence" e
    JOIN "Position" p ON p.id = e."positionId" AND p."removedAt" IS NULL
    WHERE e."courseId" = ${access.courseId}::uuid AND e."deletedAt" IS NULL
      AND ${evidenceScopeSql(access.actor, openings, "e")}
    ORDER BY e."paragraphId", e."positionId"`);
}
