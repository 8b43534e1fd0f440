import { type Stage, stageOf } from "@/domain/grading/history";
import { isComplete, isWithin, type Measure, totalOf } from "@/domain/grading/measure";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";

/** Selects how far a grade is, without what it says. */
export const standingFields = {
  assignmentId: true,
  version: true,
  points: true,
  releasedAt: true,
  marks: { select: { criterionId: true, levelId: true } },
  history: {
    where: { OR: [{ act: "release" }, { reason: { not: null } }] },
    select: { act: true },
    orderBy: { version: "asc" },
  },
} satisfies Prisma.GradeSelect;

type StandingRow = Prisma.GradeGetPayload<{ select: typeof standingFields }>;

export interface Standing {
  /** Null where no grade has begun. */
  stage: Stage | null;
  /** A decimal; null where nothing was given yet. */
  total: string | null;
  /** Ready to be released. */
  complete: boolean;
  /** The grade's version; 0 while there is none. */
  version: number;
  /** Whether it changed after the student first saw it. */
  changed: boolean;
}

/** What a grade's marks and points by hand say, apart from the rest of its row. */
export const givenIn = (row: {
  points: Prisma.Decimal | null;
  marks: { criterionId: Id; levelId: Id }[];
}) => ({
  points: row.points === null ? null : showPoints(hundredths(row.points)),
  marks: Object.fromEntries(row.marks.map((mark) => [mark.criterionId, mark.levelId])),
});

export function standing(row: StandingRow | undefined, measure: Measure): Standing {
  if (!row) return { stage: null, total: null, complete: false, version: 0, changed: false };
  const given = givenIn(row);
  const total = totalOf(measure, given);
  return {
    stage: stageOf(
      row.releasedAt !== null,
      row.history.flatMap((step) => (step.act === "release" ? [{ act: "release" as const }] : [])),
    ),
    total,
    complete: isComplete(measure, given) && isWithin(measure, total ?? ""),
    version: row.version,
    changed: row.history.some((step) => step.act === "save"),
  };
}
