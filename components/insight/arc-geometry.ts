import type { Arc, NetRow } from "./network";

export interface ArcShape extends Arc {
  path: string;
  thick: number;
}

export interface ArcsDrawing {
  /** In rows: each is one high, and half a row lies between groups. */
  height: number;
  shapes: ArcShape[];
}

export const ARCS_WIDTH = 300;
/** Units to a row; the picture is stretched to the height of the list of names beside it. */
const ROW = 20;
const BETWEEN = 0.5;
const THIN = 1.25;
const THICK = 6;

/** Arcs from row to row: the further apart, the further out; the more replies, the thicker. */
export function drawArcs(rows: readonly NetRow[], arcs: readonly Arc[]): ArcsDrawing {
  const centres = new Map<string, number>();
  let height = 0;
  for (const row of rows) {
    if (row.begins) height += BETWEEN;
    centres.set(row.key, (height + 0.5) * ROW);
    height += 1;
  }
  const longest = Math.max(1, height - 1) * ROW;
  const most = Math.max(1, ...arcs.map(({ count }) => count));
  return {
    height: height * ROW,
    shapes: arcs.map((arc) => {
      const [from, to] = [centres.get(arc.one) ?? 0, centres.get(arc.other) ?? 0];
      const far = (to - from) / longest;
      const wide = Math.max(20, (ARCS_WIDTH - 8) * far ** 0.75);
      return {
        ...arc,
        path: `M2 ${from}A${wide.toFixed(1)} ${((to - from) / 2).toFixed(1)} 0 0 1 2 ${to}`,
        thick: THIN + (THICK - THIN) * Math.sqrt((arc.count - 1) / Math.max(1, most - 1)),
      };
    }),
  };
}
