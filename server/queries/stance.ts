import type { Id } from "@/domain/id";
import type { StanceMoment } from "@/domain/prompt/stance";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

export const stanceFields = {
  id: true,
  moment: true,
  readingId: true,
  positionId: true,
  confidence: true,
  why: true,
  at: true,
} as const satisfies Prisma.StanceSelect;

export interface StanceView {
  id: Id;
  moment: StanceMoment;
  readingId: Id | null;
  /** Null: none of them. */
  positionId: Id | null;
  /** 1 (a leaning) to 5 (certain). */
  confidence: number;
  why: string;
  at: Date;
}

/** Where this person has stood, first to last. Nobody else's: to classmates a stance is never shown by name. */
export const ownStances = (access: CourseAccess): Promise<StanceView[]> =>
  db().stance.findMany({
    where: { courseId: access.courseId, authorId: access.actor.membershipId },
    select: stanceFields,
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });

/** A stance of this person's. Refuses `id-taken` where the id names something else. */
export async function ownStance(access: CourseAccess, id: Id): Promise<StanceView> {
  const row = await db().stance.findUnique({
    where: { id, courseId: access.courseId, authorId: access.actor.membershipId },
    select: stanceFields,
  });
  return row ?? refuse({ code: "id-taken" });
}
