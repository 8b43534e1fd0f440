import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** What hangs on a position or a dimension, as numbers. */
export interface Uses {
  id: Id;
  /** Filed. */
  evidence: number;
  stances: number;
  /** Handed in. */
  responses: number;
  citations: number;
  prompts: number;
  steelmen: number;
  /** Anything at all, also what only its author sees: it is archived, not deleted. */
  inUse: boolean;
}

/** All that hangs on something, whoever sees it. */
const everything = { evidence: true, stances: true, halfStances: true, responses: true } as const;
const onPosition = { ...everything, citations: true, prompts: true, steelmen: true } as const;

/** What hangs on each position and dimension of the frame, also on those taken out of it. Four statements. */
export async function frameUses(access: CourseAccess): Promise<{ positions: Uses[]; dimensions: Uses[] }> {
  authorize(access, "frame.write");
  const { courseId } = access;
  const positions = await db().position.findMany({
    where: { courseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, _count: { select: onPosition } },
  });
  const dimensions = await db().dimension.findMany({
    where: { courseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, _count: { select: { evidence: true, prompts: true } } },
  });
  const filed = await db().evidence.groupBy({
    by: ["positionId", "dimensionId"],
    where: { courseId, filedAt: { not: null }, deletedAt: null },
    _count: true,
  });
  const posted = await db().response.groupBy({
    by: ["positionId"],
    where: { courseId, submittedAt: { not: null }, deletedAt: null },
    _count: true,
  });
  const filedOn = (of: "positionId" | "dimensionId", id: Id) =>
    filed.reduce((sum, row) => sum + (row[of] === id ? row._count : 0), 0);
  return {
    positions: positions.map(({ id, _count }) => ({
      id,
      evidence: filedOn("positionId", id),
      stances: _count.stances + _count.halfStances,
      responses: posted.find((row) => row.positionId === id)?._count ?? 0,
      citations: _count.citations,
      prompts: _count.prompts,
      steelmen: _count.steelmen,
      inUse: Object.values(_count).some((count) => count > 0),
    })),
    dimensions: dimensions.map(({ id, _count }) => ({
      id,
      evidence: filedOn("dimensionId", id),
      stances: 0,
      responses: 0,
      citations: 0,
      prompts: _count.prompts,
      steelmen: 0,
      inUse: Object.values(_count).some((count) => count > 0),
    })),
  };
}
