import type { Id } from "@/domain/id";
import { compare, type Fraction, fraction, over, perCent, plus, times, zero } from "./fraction";
import type { GradeStanding } from "./measure";
import { type Hundredths, hundredths, readPoints } from "./points";

/** A grade that counts towards the course. */
export interface Counted {
  assignmentId: Id;
  /** Null: in no category. */
  categoryId: Id | null;
  points: Hundredths;
  /** More than 0. */
  of: Hundredths;
  /** Beside the others of its category. */
  weight: Hundredths;
  /** The assignment's place in the course. */
  position: number;
}

export interface Category {
  id: Id;
  /** In per cent of the course. */
  weight: Hundredths;
  dropLowest: number;
}

export interface Weighed {
  /** In per cent with one decimal; null while nothing counts. */
  total: number | null;
  /** By category: its own share in per cent; null while nothing counts in it. */
  categories: Map<Id, number | null>;
  /** Left out as the lowest of their category. */
  dropped: ReadonlySet<Id>;
}

/** An assignment beside the others that count. */
export type Counting = Omit<Counted, "points">;

interface Decimal {
  toString(): string;
}

/** An assignment as it counts, from the course's table. */
export const countingIn = (row: {
  id: Id;
  categoryId: Id | null;
  position: number;
  points: Decimal;
  weight: Decimal;
}): Counting => ({
  assignmentId: row.id,
  categoryId: row.categoryId,
  position: row.position,
  of: hundredths(row.points),
  weight: hundredths(row.weight),
});

/** The course's categories as they weigh. */
export const weightsOf = (rows: readonly { id: Id; weight: Decimal; dropLowest: number }[]): Category[] =>
  rows.map(({ id, weight, dropLowest }) => ({ id, weight: hundredths(weight), dropLowest }));

/**
 * What a grade counts: null where nothing was given yet, where the student is excused, and where the assignment is
 * worth no points.
 */
export function countedAs(
  counting: Counting,
  grade: { total: string | null; standing: GradeStanding | null },
): Counted | null {
  const points = readPoints(grade.total ?? "");
  const counts = points !== null && grade.standing !== "excused" && counting.of > 0;
  return counts ? { ...counting, points } : null;
}

const shareOf = (grade: Counted): Fraction => fraction(grade.points, grade.of);

/** The lowest shares first; of equal ones the later assignment. */
const lowestFirst = (one: Counted, other: Counted) =>
  compare(shareOf(one), shareOf(other)) || other.position - one.position;

const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero);

/** The mean of the grades' shares, each by its weight; null where the weights come to nothing. */
function meanOf(grades: readonly Counted[]): Fraction | null {
  const whole = sum(grades.map(({ weight }) => fraction(weight, 1)));
  if (whole.above === 0n) return null;
  return over(sum(grades.map((grade) => times(shareOf(grade), fraction(grade.weight, 1)))), whole);
}

/**
 * What a student's grades come to in a course. Without categories: all points that were given, of all that could be.
 * With them: in each the weighted mean of the shares (points of the assignment's points) that are left when the lowest
 * are dropped, though never the last; then the weighted mean of the categories in which something counts. What stands
 * in no category does not count then. Exact throughout, and rounded once, at the end: half up, to a tenth of a per cent.
 */
export function weigh(grades: readonly Counted[], categories: readonly Category[]): Weighed {
  if (categories.length === 0) {
    const of = sum(grades.map((grade) => fraction(grade.of, 1)));
    const points = sum(grades.map((grade) => fraction(grade.points, 1)));
    const total = of.above === 0n ? null : perCent(over(points, of));
    return { total, categories: new Map(), dropped: new Set() };
  }
  const dropped = new Set<Id>();
  const means = categories.map((category) => {
    const own = grades
      .filter((grade) => grade.categoryId === category.id && grade.weight > 0)
      .toSorted(lowestFirst);
    const out = Math.max(0, Math.min(category.dropLowest, own.length - 1));
    for (const grade of own.slice(0, out)) dropped.add(grade.assignmentId);
    return { category, mean: meanOf(own.slice(out)) };
  });
  const counting = means.flatMap(({ category, mean }) =>
    mean && category.weight > 0 ? [{ mean, weight: fraction(category.weight, 1) }] : [],
  );
  const whole = sum(counting.map(({ weight }) => weight));
  const total =
    counting.length === 0
      ? null
      : perCent(over(sum(counting.map(({ mean, weight }) => times(mean, weight))), whole));
  return {
    total,
    categories: new Map(means.map(({ category, mean }) => [category.id, mean && perCent(mean)])),
    dropped,
  };
}
