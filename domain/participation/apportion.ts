import { compare, type Fraction, plus, zero } from "@/domain/grading/fraction";
import type { Hundredths } from "@/domain/grading/points";

/** Half up to a whole number; for what is not negative. */
export const rounded = ({ above, below }: Fraction): number => Number((above * 2n + below) / (below * 2n));

const floorOf = ({ above, below }: Fraction): number => Number(above / below);

const restOf = ({ above, below }: Fraction): Fraction => ({ above: above % below, below });

export const sumOfFractions = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero);

const hasRest = (part: Fraction) => part.above % part.below > 0n;

/**
 * Whole numbers for `parts` that sum to the rounded sum of the parts: each is rounded down, and those with the largest
 * remainders get one more (of equal ones the first). Those for whom `goesFirst` come before the others.
 */
export function apportion(
  parts: readonly Fraction[],
  goesFirst: (at: number) => boolean = () => false,
): Hundredths[] {
  const given = parts.map(floorOf);
  let left = rounded(sumOfFractions(parts)) - given.reduce((sum, each) => sum + each, 0);
  const order = parts
    .map((part, at) => ({ at, rest: restOf(part), rank: goesFirst(at) ? 0 : 1 }))
    .filter(({ rest }) => hasRest(rest))
    .sort((one, other) => one.rank - other.rank || compare(other.rest, one.rest) || one.at - other.at);
  for (const { at } of order) {
    if (left === 0) break;
    given[at] = (given[at] ?? 0) + 1;
    left--;
  }
  return given;
}

/**
 * The same for `parts`, and for `most`, of which each part is a share: no part gets more than there is of it. Where one
 * of the two has to be rounded up for that, it is.
 */
export function apportionWithin(parts: readonly Fraction[], most: readonly Fraction[]) {
  const floors = parts.map(floorOf);
  const tight = parts.map((part, at) => hasRest(part) && floors[at] === floorOf(most[at] ?? part));
  const mosts = apportion(most, (at) => tight[at] ?? false);
  const given = apportion(parts, (at) => (floors[at] ?? 0) < (mosts[at] ?? 0));
  return { given, mosts };
}
