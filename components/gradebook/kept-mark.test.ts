import { describe, expect, it } from "vitest";
import { isSaid, keptPrefix, keyOf, readKept, type Spot, standsIn, writeKept } from "./kept-mark";
import type { Cell, GradebookAssignment, GradebookRow } from "./shapes";

const place = {
  studentId: "0198a1b2-0000-7000-8000-000000000001",
  assignmentId: "0198a1b2-0000-7000-8000-000000000002",
};
const cell = (total: string | null, standing: Cell["standing"] = "graded") => ({ total, standing }) as Cell;
const spot = (here: Cell): Spot => ({
  student: {} as GradebookRow,
  assignment: { most: "10" } as GradebookAssignment,
  cell: here,
});

describe("a mark that is kept until it is saved", () => {
  const mark = { ...place, typed: "8,5", version: 3, reason: "Counted again." };

  it("comes back as it was typed", () => {
    expect(readKept(keyOf(mark), writeKept(mark))).toEqual(mark);
    expect(keptPrefix("me", "course")).toBe("marks.me.course.");
  });

  it("is nothing where the device holds something else", () => {
    for (const text of [null, "", "8.5", "{}", '{"typed":"","version":0,"reason":""}']) {
      expect(readKept(keyOf(mark), text)).toBeNull();
    }
    expect(readKept("one", writeKept(mark))).toBeNull();
  });

  it("is no longer wanted once the cell says so", () => {
    expect(isSaid(spot(cell("8.5")), "8,50")).toBe(true);
    expect(isSaid(spot(cell("8.5")), "9")).toBe(false);
    expect(isSaid(spot(cell(null, "excused")), "ex")).toBe(true);
    expect(isSaid(spot(cell(null, null)), "0")).toBe(false);
    expect(isSaid(spot(cell("0", "missing")), "0")).toBe(false);
    expect(isSaid(spot(cell("8.5")), "8.")).toBe(false);
  });

  it("stands in its cell as it would be typed", () => {
    expect(standsIn(cell("0", "missing"))).toBe("MI");
    expect(standsIn(cell("3", "missing"))).toBe("3");
    expect(standsIn(cell(null, null))).toBeNull();
  });
});
