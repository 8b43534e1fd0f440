import { compare, type Fraction, fraction, plus, zero } from "@/domain/grading/fraction";
import type { Hundredths } from "@/domain/grading/points";

/** Half up to a whole number; for what is not negative. */
export const rounded = ({ above, below }: Fraction): number => Number((above * 2n + below) / (below * 2n));

const floorOf = ({ above, below }: Fraction): number => Number(above / below);

const restOf = ({ above, below }: Fraction): Fraction => ({ above: above % below, below });

export const sumOfFractions = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero);

/**
 * Whole numbers for `parts` that sum to the rounded sum of the parts: each is rounded down, and those with the largest
 * remainders get one more (of equal ones the first). None gets more than its `most`, as far as these have room.
 */
export function apportion(parts: readonly Fraction[], most?: readonly Hundredths[]): Hundredths[] {
  const given = parts.map(floorOf);
  let left = rounded(sumOfFractions(parts)) - given.reduce((sum, each) => sum + each, 0);
  const none = fraction(0, 1);
  const order = parts
    .map((part, at) => ({ at, rest: restOf(part) }))
    .filter(({ rest }) => compare(rest, none) > 0)
    .sort((one, other) => compare(other.rest, one.rest) || one.at - other.at);
  const hasRoom = ({ at }: { at: number }) => (given[at] ?? 0) < (most?.[at] ?? Number.POSITIVE_INFINITY);
  for (const { at } of [...order.filter(hasRoom), ...order.filter((each) => !hasRoom(each))]) {
    if (left === 0) break;
    given[at] = (given[at] ?? 0) + 1;
    left--;
  }
  return given;
}
