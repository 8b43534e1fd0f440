import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Flow, type FlowTable, flowOf, publishFlow } from "./flow";

const lanesOf = (count: number) => Array.from({ length: count }, (_, at) => (at === 0 ? null : `p${at}`));

const tableOf = (cells: number[][]): FlowTable => {
  const lanes = lanesOf(cells.length);
  return flowOf(
    lanes,
    cells.flatMap((row, from) =>
      row.map((count, to) => ({ from: lanes[from] ?? null, to: lanes[to] ?? null, count })),
    ),
  );
};

const tables = (lanes: number, most: number, each: number) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: each }), { minLength: lanes, maxLength: lanes }), {
      minLength: lanes,
      maxLength: lanes,
    })
    .map(tableOf)
    .filter(({ total }) => total <= most);

/** Every number of a table in one row: cells, sums of rows, sums of columns. */
const figures = ({ cells, rows, columns }: Pick<FlowTable, "cells" | "rows" | "columns">) => [
  ...cells.flat(),
  ...rows,
  ...columns,
];
const shownOf = ({ cells, rows, columns }: Flow) => [...cells.flat(), ...rows, ...columns];

/**
 * Every table of whole numbers from zero that agrees with what is published, as its figures: what an onlooker can still
 * think. The same list is filled anew each time.
 */
function* candidates(flow: Flow): Generator<readonly number[]> {
  const width = flow.lanes.length;
  const shown = flow.cells.flat();
  const numbers = shownOf(flow).map(() => 0);
  const sums = (cell: number) => [
    width * width + Math.floor(cell / width),
    width * width + width + (cell % width),
  ];
  const published = shownOf(flow);
  const agrees = (index: number, whole: boolean) => {
    const number = published[index] ?? null;
    const now = numbers[index] ?? 0;
    return number === null || (whole ? now === number : now <= number);
  };
  const add = (cell: number, count: number) => {
    for (const index of [cell, ...sums(cell)]) numbers[index] = (numbers[index] ?? 0) + count;
  };
  function* fill(cell: number, left: number): Generator<readonly number[]> {
    if (cell === width * width) {
      if (left === 0) yield numbers;
      return;
    }
    const known = shown[cell] ?? null;
    const ends = [cell % width === width - 1, cell >= width * (width - 1)];
    for (let value = known ?? 0; value <= (known ?? left) && value <= left; value++) {
      add(cell, value);
      if (sums(cell).every((index, side) => agrees(index, ends[side] ?? false)))
        yield* fill(cell + 1, left - value);
      add(cell, -value);
    }
  }
  yield* fill(0, flow.total ?? 0);
}

/** The small hidden numbers that have a single value for an onlooker: for nobody in particular, or one in a cell. */
function determined(table: FlowTable, flow: Flow, smallest: number): string[] {
  const shown = shownOf(flow);
  const real = figures(table);
  const small = [...real.keys()].filter((index) => shown[index] === null && (real[index] ?? 0) < smallest);
  const places = [...table.cells.flat().keys()].filter((cell) => (real[cell] ?? 0) > 0);
  let closed = [-1, ...places].flatMap((seat) => small.map((index) => ({ seat, index })));
  for (const numbers of candidates(flow)) {
    closed = closed.filter(
      ({ seat, index }) => (seat >= 0 && numbers[seat] === 0) || numbers[index] === real[index],
    );
    if (closed.length === 0) break;
  }
  return closed.map(({ seat, index }) => `${index}, seen from ${seat}`);
}

describe("the flow", () => {
  it("adds up", () => {
    fc.assert(
      fc.property(tables(5, 200, 9), ({ cells, rows, columns, total }) => {
        expect(rows).toEqual(cells.map((row) => row.reduce((sum, n) => sum + n, 0)));
        for (const [at, column] of columns.entries())
          expect(column).toBe(cells.reduce((sum, row) => sum + (row[at] ?? 0), 0));
        expect(total).toBe(columns.reduce((sum, n) => sum + n, 0));
      }),
    );
  });

  it("knows no place but its own", () => {
    expect(() => flowOf([null], [{ from: null, to: "p1", count: 1 }])).toThrow();
  });
});

describe("what classmates are shown of it", () => {
  it("is nothing at all of a class smaller than the smallest group", () => {
    const flow = publishFlow(
      tableOf([
        [2, 1],
        [0, 1],
      ]),
      5,
    );
    expect([flow.total, ...shownOf(flow)].every((number) => number === null)).toBe(true);
  });

  it("is everything where every group is large", () => {
    const table = tableOf([
      [5, 6],
      [7, 8],
    ]);
    expect(publishFlow(table, 5)).toEqual(table);
  });

  it("hides a second number of a row and of a column where it hides one", () => {
    const flow = publishFlow(
      tableOf([
        [9, 1],
        [8, 7],
      ]),
      3,
    );
    expect(flow.cells[0]?.[1]).toBeNull();
    expect([flow.cells[0]?.[0], flow.rows[0]]).toContain(null);
    expect([flow.cells[1]?.[1], flow.columns[1]]).toContain(null);
    expect(flow.total).toBe(25);
  });

  it("is no number below the smallest group, and of the others what was counted", () => {
    fc.assert(
      fc.property(tables(6, 400, 12), fc.integer({ min: 3, max: 10 }), (table, smallest) => {
        const flow = publishFlow(table, smallest);
        const real = figures(table);
        for (const [index, number] of shownOf(flow).entries()) {
          if (number === null) continue;
          expect(number).toBe(real[index]);
          expect(number).toBeGreaterThanOrEqual(smallest);
        }
        expect(publishFlow(table, smallest)).toEqual(flow);
      }),
      { numRuns: 200 },
    );
  });

  const attack = (lanes: number, most: number, each: number, runs: number) =>
    it(`leaves every small number of ${lanes} places open, also to who is one of them`, () => {
      fc.assert(
        fc.property(tables(lanes, most, each), fc.integer({ min: 3, max: 6 }), (table, smallest) => {
          const flow = publishFlow(table, smallest);
          if (flow.total === null) return;
          expect(determined(table, flow, smallest)).toEqual([]);
        }),
        { numRuns: runs },
      );
    }, 60_000);
  attack(2, 24, 9, 1_200);
  attack(3, 9, 4, 1_200);

  it("tells no more when two sizes of the smallest group are laid side by side", () => {
    fc.assert(
      fc.property(tables(4, 80, 9), (table) => {
        const views = [3, 4, 5, 6, 10].map((smallest) => shownOf(publishFlow(table, smallest)));
        for (const [at, larger] of views.entries()) {
          const smaller = views[at - 1];
          if (!smaller) continue;
          for (const [index, number] of larger.entries())
            if (number !== null) expect(smaller[index]).toBe(number);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is found soon for the largest class", () => {
    const cells = lanesOf(9).map((_, row) => lanesOf(9).map((_lane, column) => (row * 7 + column * 5) % 6));
    const table = tableOf(cells);
    // A search through all ways to hide would outlast the runner's patience.
    expect(publishFlow(table, 10).total).toBe(table.total);
  });
});
