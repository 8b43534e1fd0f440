import { expect, it } from "vitest";
import type { GradebookRow } from "./grading-types";
import { inOrder, isFound, sortedBy } from "./sorting";

const row = (name: string, groupPosition: number | null, soFar: number | null): GradebookRow => ({
  id: name,
  name,
  groups: [],
  groupPosition,
  cells: {},
  soFar,
});
const rows = [row("Zofia", 1, 70), row("Ada", 2, 90.5), row("Mateo", null, null), row("Ken", 1, 90.5)];
const names = (list: GradebookRow[]) => list.map((one) => one.name);

it("sorts by name, group and total, those without last either way", () => {
  expect(names(inOrder(rows, { by: "name", descending: true }, "en"))).toEqual([
    "Zofia",
    "Mateo",
    "Ken",
    "Ada",
  ]);
  expect(names(inOrder(rows, { by: "group", descending: false }, "en"))).toEqual([
    "Ken",
    "Zofia",
    "Ada",
    "Mateo",
  ]);
  expect(names(inOrder(rows, { by: "total", descending: true }, "en"))).toEqual([
    "Ada",
    "Ken",
    "Zofia",
    "Mateo",
  ]);
  expect(names(inOrder(rows, { by: "total", descending: false }, "en")).at(-1)).toBe("Mateo");
});

it("turns a column round when it is chosen again, and begins totals with the highest", () => {
  const byName = sortedBy({ by: "group", descending: false }, "name");
  expect(byName).toEqual({ by: "name", descending: false });
  expect(sortedBy(byName, "name").descending).toBe(true);
  expect(sortedBy(byName, "total").descending).toBe(true);
});

it("finds a name without regard to case, accents or order of words", () => {
  expect(isFound("Nguyễn Minh Anh", "anh nguyen")).toBe(true);
  expect(isFound("李明 Li Ming", "李")).toBe(true);
  expect(isFound("Ada Okafor", "ok x")).toBe(false);
  expect(isFound("Ada Okafor", "")).toBe(true);
});
