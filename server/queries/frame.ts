import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

/** The positions of a course, in their order, as every page shows them. */
export const positionFields = {
  where: { removedAt: null },
  select: { id: true, name: true, short: true, line: true, colour: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Course$positionsArgs;

export const dimensionFields = {
  where: { removedAt: null },
  select: { id: true, name: true, question: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Course$dimensionsArgs;

export interface PositionView {
  id: Id;
  name: string;
  /** A name short enough for a table's head. */
  short: string;
  line: string;
  /** One of the palette's names: pos-1 … pos-5. */
  colour: string;
}

export interface DimensionView {
  id: Id;
  name: string;
  question: string;
}

/** Refuses `not-found` unless the position is one of this course's; taking none is always fair. */
export async function checkPosition(access: CourseAccess, positionId: Id | null): Promise<void> {
  if (positionId === null) return;
  const known = await db().position.count({
    where: { id: positionId, courseId: access.courseId, removedAt: null },
  });
  if (known === 0) refuse({ code: "not-found" });
}
