import { describe, expect, it } from "vitest";
import { moveOnGrid } from "./grid-moves";

const size = { rows: 5, columns: 8 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

describe("moving on the grid", () => {
  it("goes one cell with an arrow and stops at the edge", () => {
    expect(moveOnGrid({ row: 1, column: 1 }, press("ArrowDown"), size, false)).toEqual({ row: 2, column: 1 });
    expect(moveOnGrid({ row: 0, column: 0 }, press("ArrowUp"), size, false)).toEqual({ row: 0, column: 0 });
    expect(moveOnGrid({ row: 4, column: 7 }, press("ArrowRight"), size, false)).toEqual({
      row: 4,
      column: 7,
    });
  });

  it("goes to the ends of a row, of a column, and of the grid", () => {
    expect(moveOnGrid({ row: 2, column: 3 }, press("Home"), size, false)).toEqual({ row: 2, column: 0 });
    expect(moveOnGrid({ row: 2, column: 3 }, press("End"), size, false)).toEqual({ row: 2, column: 7 });
    expect(moveOnGrid({ row: 2, column: 3 }, press("PageDown"), size, false)).toEqual({ row: 4, column: 3 });
    expect(moveOnGrid({ row: 2, column: 3 }, press("Home", true), size, false)).toEqual({
      row: 0,
      column: 0,
    });
    expect(moveOnGrid({ row: 2, column: 3 }, press("End", true), size, false)).toEqual({ row: 4, column: 7 });
  });

  it("goes where it looks to go when the grid is turned", () => {
    expect(moveOnGrid({ row: 1, column: 1 }, press("ArrowDown"), size, true)).toEqual({ row: 1, column: 2 });
    expect(moveOnGrid({ row: 1, column: 1 }, press("ArrowRight"), size, true)).toEqual({ row: 2, column: 1 });
    expect(moveOnGrid({ row: 2, column: 3 }, press("Home"), size, true)).toEqual({ row: 0, column: 3 });
  });

  it("leaves other keys alone", () => {
    expect(moveOnGrid({ row: 0, column: 0 }, press("Tab"), size, false)).toBeNull();
    expect(moveOnGrid({ row: 0, column: 0 }, press("ArrowDown", true), size, false)).toBeNull();
  });
});
