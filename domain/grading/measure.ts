import type { Id } from "@/domain/id";
import { type Hundredths, readPoints, showPoints, sumOf } from "./points";

/** What an assignment is graded by: its points, and the rubric's criteria where it has one. Points are decimals. */
export interface Measure {
  most: string;
  criteria: readonly Criterion[];
}

export interface Criterion {
  id: Id;
  name: string;
  levels: readonly { id: Id; name: string; points: string }[];
}

/** Criterion to level. */
export type Marks = Readonly<Record<Id, Id>>;

interface Marked {
  /** Set by hand, a decimal; null takes the sum of the marks. */
  points: string | null;
  marks: Marks;
}

const pointsOf = (criterion: Criterion, marks: Marks): Hundredths | null => {
  const level = criterion.levels.find((candidate) => candidate.id === marks[criterion.id]);
  return level ? readPoints(level.points) : null;
};

/** The sum of the marks that stand; null while there is none. Marks of another rubric count for nothing. */
export function sumOfMarks(measure: Measure, marks: Marks): string | null {
  const given = measure.criteria.flatMap((criterion) => pointsOf(criterion, marks) ?? []);
  return given.length === 0 ? null : showPoints(sumOf(given));
}

/** What the grade comes to so far: points set by hand, else the sum of the marks; null while there is neither. */
export const totalOf = (measure: Measure, grade: Marked): string | null =>
  grade.points ?? sumOfMarks(measure, grade.marks);

/** The criteria that still want a level. */
export const openCriteria = (measure: Measure, marks: Marks): Criterion[] =>
  measure.criteria.filter((criterion) => pointsOf(criterion, marks) === null);

/** Complete when points are set by hand, or when there is a rubric and each of its criteria has a level. */
export const isComplete = (measure: Measure, grade: Marked): boolean =>
  grade.points !== null || (measure.criteria.length > 0 && openCriteria(measure, grade.marks).length === 0);

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
