/** A place on the grid: `row` counts positions, `column` dimensions, both from 0. */
export interface GridPlace {
  row: number;
  column: number;
}

interface Press {
  key: string;
  ctrlKey: boolean;
}

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

const steps: Record<string, readonly [down: number, across: number] | undefined> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
  PageUp: [Number.NEGATIVE_INFINITY, 0],
  PageDown: [Number.POSITIVE_INFINITY, 0],
};

/**
 * Where a key leads on the grid, or null where it is none of the grid's keys. On a grid that is `turned` the positions
 * stand side by side: what looks like down leads to the next dimension.
 */
export function moveOnGrid(
  at: GridPlace,
  { key, ctrlKey }: Press,
  size: { rows: number; columns: number },
  turned: boolean,
): GridPlace | null {
  if (ctrlKey) {
    if (key === "Home") return { row: 0, column: 0 };
    if (key === "End") return { row: size.rows - 1, column: size.columns - 1 };
    return null;
  }
  const step = steps[key];
  if (!step) return null;
  const [rows, columns] = turned ? [step[1], step[0]] : step;
  return { row: within(at.row + rows, size.rows), column: within(at.column + columns, size.columns) };
}
