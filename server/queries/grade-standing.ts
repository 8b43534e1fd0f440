import { type Stage, stageOf } from "@/domain/grading/history";
import { type GradeStanding, isReady, type Marked, type Measure, totalOf } from "@/domain/grading/measure";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";

/** Selects what a grade's points come from. */
export const givenFields = {
  points: true,
  standing: true,
  participation: true,
  kept: true,
  marks: { select: { criterionId: true, levelId: true } },
} as const satisfies Prisma.GradeSelect;

type GivenRow = Prisma.GradeGetPayload<{ select: typeof givenFields }>;

/** Selects how far a grade is, without what it says. */
export const standingFields = {
  assignmentId: true,
  version: true,
  releasedAt: true,
  askedAt: true,
  ...givenFields,
  history: { select: { act: true, reason: true, at: true, actorId: true }, orderBy: { version: "asc" } },
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
  /** Null where no grade has begun. */
  standing: GradeStanding | null;
  /** When what it says was last saved, and by whom. */
  savedAt: Date | null;
  savedBy: Id | null;
  /** When the student asked for another look, while nobody has answered. */
  askedAt: Date | null;
  /** Whether it changed after the student first saw it. */
  changed: boolean;
}

/** A database decimal as it travels. */
export const shown = (decimal: Prisma.Decimal | null): string | null =>
  decimal === null ? null : showPoints(hundredths(decimal));

/** What a grade's points come from, apart from the rest of its row. */
export const givenIn = (row: GivenRow): Marked & { marks: Record<Id, Id> } => ({
  standing: row.standing,
  points: shown(row.points),
  participation: shown(row.participation),
  kept: showPoints(hundredths(row.kept)),
  marks: Object.fromEntries(row.marks.map((mark) => [mark.criterionId, mark.levelId])),
});

const isSaved = (step: { act: string }) => step.act === "save" || step.act === "undo";

/** A grade, with what its history comes to. */
export interface GradeFacts extends Marked, Pick<Standing, "version" | "changed" | "savedAt" | "savedBy"> {
  releasedAt: Date | null;
  askedAt: Date | null;
  /** Now or once before. */
  wasReleased: boolean;
}

function factsIn(row: StandingRow): GradeFacts {
  const saved = row.history.findLast(isSaved);
  const { version, releasedAt, askedAt } = row;
  return {
    ...givenIn(row),
    version,
    releasedAt,
    askedAt,
    wasReleased: row.history.some((step) => step.act === "release"),
    changed: row.history.some((step) => step.reason !== null && (isSaved(step) || step.act === "rubric")),
    savedAt: saved?.at ?? null,
    savedBy: saved?.actorId ?? null,
  };
}

export const standing = (row: StandingRow | undefined, measure: Measure): Standing =>
  standingOf(row && factsIn(row), measure);

export function standingOf(grade: GradeFacts | undefined, measure: Measure): Standing {
  if (!grade) {
    return {
      stage: null,
      standing: null,
      total: null,
      complete: false,
      version: 0,
      changed: false,
      savedAt: null,
      savedBy: null,
      askedAt: null,
    };
  }
  const { version, changed, savedAt, savedBy, askedAt } = grade;
  return {
    stage: stageOf(grade.releasedAt !== null, grade.wasReleased ? [{ act: "release" }] : []),
    standing: grade.standing,
    total: totalOf(measure, grade),
    complete: isReady(measure, grade),
    version,
    changed,
    savedAt,
    savedBy,
    askedAt,
  };
}
