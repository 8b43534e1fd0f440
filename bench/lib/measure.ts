import type { Turns } from "./goal";

/** The value below which `share` (0–1) of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Ratio {
  median: number;
  worst: number;
  /** One a round. */
  all: number[];
}

/** Ours over theirs, round by round. `better` says on which side of the goal the worst one lies. */
export function ratioOf(rounds: { ours: number[]; theirs: number[] }[], better: "less" | "more"): Ratio {
  const all = rounds.map(({ ours, theirs }) => mean(ours) / mean(theirs));
  return { all, median: median(all), worst: better === "less" ? Math.max(...all) : Math.min(...all) };
}

/** Peer and product in turn, A B B A in each round, so that a drift of the machine falls on both alike. */
export async function inTurn<Theirs, Ours>(
  rounds: number,
  theirs: () => Promise<Theirs>,
  ours: () => Promise<Ours>,
): Promise<Turns<Theirs, Ours>[]> {
  const all: Turns<Theirs, Ours>[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await theirs();
    const second = await ours();
    const third = await ours();
    const fourth = await theirs();
    all.push({ theirs: [first, fourth], ours: [second, third] });
  }
  return all;
}

/** The rounds with one number taken from each measurement. */
export const numbers = <Theirs, Ours>(
  rounds: Turns<Theirs, Ours>[],
  theirs: (measured: Theirs) => number,
  ours: (measured: Ours) => number,
) => rounds.map((round) => ({ theirs: round.theirs.map(theirs), ours: round.ours.map(ours) }));
