/** An exact fraction: sums and means of marks must not depend on the order they are added in. `below` is positive. */
export interface Fraction {
  above: bigint;
  below: bigint;
}

export const zero: Fraction = { above: 0n, below: 1n };

export const fraction = (above: number, below: number): Fraction => ({
  above: BigInt(above),
  below: BigInt(below),
});

export const plus = (one: Fraction, other: Fraction): Fraction => ({
  above: one.above * other.below + other.above * one.below,
  below: one.below * other.below,
});

export const times = (one: Fraction, other: Fraction): Fraction => ({
  above: one.above * other.above,
  below: one.below * other.below,
});

/** `other` is not 0. */
export const over = (one: Fraction, other: Fraction): Fraction => ({
  above: one.above * other.below,
  below: one.below * other.above,
});

/** Negative, 0 or positive, as a sort wants it. */
export function compare(one: Fraction, other: Fraction): number {
  const [here, there] = [one.above * other.below, other.above * one.below];
  return here < there ? -1 : here > there ? 1 : 0;
}

/** In per cent with one decimal, half up: 2/3 is 66.7. For what is not negative. */
export function perCent({ above, below }: Fraction): number {
  return Number((above * 2000n + below) / (below * 2n)) / 10;
}
