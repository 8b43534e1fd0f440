import { type Hundredths, readPoints, showPoints } from "./points";

/** A bin with fewer could tell one of them what another got. */
export const FEWEST = 5;
const BINS = 10;

export interface Bin {
  /** Decimals; from `from` to below `to`, the last one to `to`. */
  from: string;
  to: string;
  count: number;
}

interface Range {
  from: Hundredths;
  to: Hundredths;
  count: number;
}

/** Neighbours are put together from the lowest up until each has enough; what is left at the top joins the last. */
function merged(ranges: readonly Range[]): Range[] {
  const bins: Range[] = [];
  let open: Range | null = null;
  for (const range of ranges) {
    const next: Range = open ? { ...range, from: open.from, count: open.count + range.count } : range;
    open = next.count < FEWEST ? next : null;
    if (!open) bins.push(next);
  }
  const last = bins.pop();
  if (!last) return [];
  return [...bins, open ? { ...last, to: open.to, count: last.count + open.count } : last];
}

/**
 * How a class's grades lie: no bin has one to four of them, and there is none at all under five grades.
 * @param totals decimals, each between 0 and `most`
 * @param most the assignment's points, a decimal
 */
export function distribution(totals: readonly string[], most: string): Bin[] | null {
  const of = readPoints(most) ?? 0;
  const all = totals.flatMap((total) => readPoints(total) ?? []);
  if (all.length < FEWEST || of === 0) return null;
  const edge = (at: number): Hundredths => Math.round((of * at) / BINS);
  const ranges = Array.from({ length: BINS }, (_, at): Range => {
    const [from, to] = [edge(at), edge(at + 1)];
    const isLast = at === BINS - 1;
    return { from, to, count: all.filter((one) => one >= from && (isLast || one < to)).length };
  });
  return merged(ranges).map(({ from, to, count }) => ({ from: showPoints(from), to: showPoints(to), count }));
}
