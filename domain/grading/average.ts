import { type Hundredths, sumOf } from "./points";

/** A grade that counts: what was given, of how much. */
export interface Counted {
  points: Hundredths;
  of: Hundredths;
}

const tenths = (share: number) => Math.round(share * 1000) / 10;

/** All that was given of all that could be, in per cent to one decimal; null where nothing counts yet. */
export function shareOf(grades: readonly Counted[]): number | null {
  const of = sumOf(grades.map((grade) => grade.of));
  return of === 0 ? null : tenths(sumOf(grades.map((grade) => grade.points)) / of);
}

/** The mean in points, rounded to a hundredth; null for none. */
export const meanOf = (points: readonly Hundredths[]): Hundredths | null =>
  points.length === 0 ? null : Math.round(sumOf(points) / points.length);
