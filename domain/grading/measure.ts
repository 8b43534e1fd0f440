import type { Id } from "@/domain/id";
import { type Hundredths, keptOf, readPoints, showPoints, sumOf } from "./points";

/**
 * What an assignment is graded by: its points, how many of them taking part is worth, and the rubric's criteria where
 * it has one. Points are decimals; `participation` is "0" where taking part counts nothing.
 */
export interface Measure {
  most: string;
  participation: string;
  criteria: readonly Criterion[];
}

export interface Criterion {
  id: Id;
  name: string;
  levels: readonly { id: Id; name: string; points: string }[];
}

/** Criterion to level. */
export type Marks = Readonly<Record<Id, Id>>;

export const standings = ["graded", "missing", "excused"] as const;
export type GradeStanding = (typeof standings)[number];

/** What of a grade its points come from. */
export interface Marked {
  standing: GradeStanding;
  /** Set by hand for the whole of it, a decimal; null takes marks, lateness and participation together. */
  points: string | null;
  marks: Marks;
  /** What taking part is given, a decimal; null until somebody says. */
  participation: string | null;
  /** The share of the marks that lateness leaves, in per cent, a decimal. */
  kept: string;
}

const pointsOf = (criterion: Criterion, marks: Marks): Hundredths | null => {
  const level = criterion.levels.find((candidate) => candidate.id === marks[criterion.id]);
  return level ? readPoints(level.points) : null;
};

function marksGiven(measure: Measure, marks: Marks): Hundredths | null {
  const given = measure.criteria.flatMap((criterion) => pointsOf(criterion, marks) ?? []);
  return given.length === 0 ? null : sumOf(given);
}

/** The sum of the marks that stand; null while there is none. Marks of another rubric count for nothing. */
export function sumOfMarks(measure: Measure, marks: Marks): string | null {
  const given = marksGiven(measure, marks);
  return given === null ? null : showPoints(given);
}

/** Whether taking part is part of the grade. */
export const countsParticipation = (measure: Pick<Measure, "participation">): boolean =>
  (readPoints(measure.participation) ?? 0) > 0;

/**
 * What the grade comes to so far; null while there is nothing to sum, and for who is excused. Who is missing has
 * nothing, or the points set by hand; else points by hand stand for the whole; else it is what lateness leaves of the
 * marks and what taking part is given.
 */
export function totalOf(measure: Measure, grade: Marked): string | null {
  if (grade.standing === "excused") return null;
  if (grade.standing === "missing") return grade.points ?? "0";
  if (grade.points !== null) return grade.points;
  const marks = marksGiven(measure, grade.marks);
  const part = countsParticipation(measure) ? grade.participation : null;
  if (marks === null && part === null) return null;
  return showPoints(keptOf(marks ?? 0, grade.kept) + (readPoints(part ?? "0") ?? 0));
}

/** The criteria that still want a level. */
export const openCriteria = (measure: Measure, marks: Marks): Criterion[] =>
  measure.criteria.filter((criterion) => pointsOf(criterion, marks) === null);

/**
 * Complete when somebody said that nothing came or that it is excused, when points are set by hand, or when each
 * criterion has a level and taking part, where it counts, has its points; one of the two there must be.
 */
export const isComplete = (measure: Measure, grade: Marked): boolean =>
  grade.standing !== "graded" ||
  grade.points !== null ||
  ((measure.criteria.length > 0 || countsParticipation(measure)) &&
    openCriteria(measure, grade.marks).length === 0 &&
    (!countsParticipation(measure) || grade.participation !== null));

/** Whether each mark is a level of one of these criteria. */
export const areMarksOf = (measure: Measure, marks: Marks): boolean =>
  Object.entries(marks).every(([criterionId, levelId]) =>
    measure.criteria.some(
      (criterion) => criterion.id === criterionId && criterion.levels.some((level) => level.id === levelId),
    ),
  );

/** Whether a decimal lies within 0 and the measure's points. */
export function isWithin(measure: Measure, decimal: string): boolean {
  const read = readPoints(decimal);
  return read !== null && read <= (readPoints(measure.most) ?? 0);
}

/** Whether a complete grade is one that may be shown: excused, or within the measure. */
export function isReady(measure: Measure, grade: Marked): boolean {
  const total = totalOf(measure, grade);
  return isComplete(measure, grade) && (total === null || isWithin(measure, total));
}

/** The marks that are levels of these criteria still. */
export const marksWithin = (measure: Measure, marks: Marks): Record<Id, Id> =>
  Object.fromEntries(
    Object.entries(marks).filter(([criterionId, levelId]) => areMarksOf(measure, { [criterionId]: levelId })),
  );
