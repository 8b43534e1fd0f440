import type { Id } from "@/domain/id";
import { hiddenArcs } from "./flow-hiding";

/** A place one can stand: a position, or none of them (null). Who stands between two counts with the first named. */
export type Lane = Id | null;

/** How many students went from one place, where they stood first, to another, where they stand now. */
export interface Move {
  from: Lane;
  to: Lane;
  count: number;
}

/** The class from first stance to last: students by where they stood first (rows) and where they stand (columns). */
export interface FlowTable {
  lanes: Lane[];
  cells: number[][];
  /** Where they stood first: the sums of the rows. */
  rows: number[];
  /** Where they stand: the sums of the columns. */
  columns: number[];
  total: number;
}

/** A flow as it may be shown: null is a number that is kept back, and nothing else in it depends on that number. */
export interface Flow {
  lanes: Lane[];
  cells: (number | null)[][];
  rows: (number | null)[];
  columns: (number | null)[];
  total: number | null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Counts the moves between `lanes`; a move from or to anywhere else is an error in what was loaded, and throws. */
export function flowOf(lanes: readonly Lane[], moves: readonly Move[]): FlowTable {
  const cells = lanes.map(() => lanes.map(() => 0));
  const at = new Map(lanes.map((lane, index) => [lane, index]));
  for (const { from, to, count } of moves) {
    const row = cells[at.get(from) ?? -1];
    const column = at.get(to);
    if (!row || column === undefined) throw new Error("a move between places that are not in the flow");
    row[column] = (row[column] ?? 0) + count;
  }
  const rows = cells.map(sum);
  return {
    lanes: [...lanes],
    cells,
    rows,
    columns: lanes.map((_, column) => sum(cells.map((row) => row[column] ?? 0))),
    total: sum(rows),
  };
}

/**
 * What classmates are shown of a flow: no number below `smallest`, zero neither, and so few of the others that none of
 * those follows by addition or subtraction, not even for a student who takes away themselves. The same flow shown for
 * several sizes of the smallest group tells no more than for the smallest of them. Deterministic.
 */
export function publishFlow(table: FlowTable, smallest: number): Flow {
  const hidden = table.total < smallest ? null : hiddenArcs(table, smallest);
  const shown = (number: number, arc: "cells" | "rows" | "columns", index: number) =>
    hidden === null || hidden[arc].has(index) ? null : number;
  const width = table.lanes.length;
  return {
    lanes: table.lanes,
    cells: table.cells.map((row, from) => row.map((n, to) => shown(n, "cells", from * width + to))),
    rows: table.rows.map((n, from) => shown(n, "rows", from)),
    columns: table.columns.map((n, to) => shown(n, "columns", to)),
    total: hidden === null ? null : table.total,
  };
}
