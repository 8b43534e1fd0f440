import { expect, it } from "vitest";
import type { Cell, Gradebook, GradebookRow } from "./shapes";
import { countOf, everything, medianOf, rowsShown, shownTotal } from "./showing";
import { inOrder, isFound, sortedBy } from "./sorting";

const row = (name: string, groupPosition: number | null, total: number | null): GradebookRow => ({
  id: name,
  name,
  email: `${name}@example.test`,
  section: null,
  groups: groupPosition === null ? [] : [{ id: `g${groupPosition}`, name: `Group ${groupPosition}` }],
  groupPosition,
  cells: {},
  soFar: { released: total, known: total && total - 1, dropped: [] },
});
const rows = [row("Zofia", 1, 70), row("Ada", 2, 90.5), row("Mateo", null, null), row("Ken", 1, 90.5)];
const names = (list: GradebookRow[]) => list.map((one) => one.name);
const how = { language: "en", view: "theirs" } as const;

it("sorts by name, group and total, those without last either way", () => {
  const byName = inOrder(rows, { by: "name", descending: true }, how);
  expect(names(byName)).toEqual(["Zofia", "Mateo", "Ken", "Ada"]);
  const byGroup = inOrder(rows, { by: "group", descending: false }, how);
  expect(names(byGroup)).toEqual(["Ken", "Zofia", "Ada", "Mateo"]);
  const byTotal = inOrder(rows, { by: "total", descending: true }, how);
  expect(names(byTotal)).toEqual(["Ada", "Ken", "Zofia", "Mateo"]);
  expect(names(inOrder(rows, { by: "total", descending: false }, how)).at(-1)).toBe("Mateo");
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

const cell = (more: Partial<Cell>): Cell => ({
  state: "todo",
  total: null,
  complete: false,
  version: 0,
  standing: null,
  askedAt: null,
  changed: false,
  lateBy: 0,
  extendedTo: null,
  nothingCame: false,
  ...more,
});

it("shows whom one looks for, and counts the cells they are found by", () => {
  const [zofia, ada, mateo] = rows;
  if (!zofia || !ada || !mateo) throw new Error("three were made");
  const book: Gradebook = {
    language: "en",
    assignments: [],
    categories: { version: 1, categories: [] },
    groups: [],
    sections: [],
    students: [
      { ...zofia, cells: { one: cell({}), two: cell({ state: "released", total: "3" }) } },
      { ...ada, cells: { one: cell({ lateBy: 1 }), two: cell({ standing: "missing", state: "draft" }) } },
      { ...mateo, cells: { one: cell({ state: "none", nothingCame: true }) } },
    ],
  };
  expect(countOf(book, "todo")).toBe(2);
  expect(countOf(book, "missing")).toBe(2);
  expect(names(rowsShown(book, { ...everything, trait: "missing" }))).toEqual(["Ada", "Mateo"]);
  expect(names(rowsShown(book, { ...everything, groupId: "g1" }))).toEqual(["Zofia"]);
  expect(names(rowsShown(book, { ...everything, wanted: "zo", trait: "late" }))).toEqual([]);
});

it("shows a student's view nothing that is not released", () => {
  const draft = cell({ state: "draft", total: "3" });
  expect(shownTotal(draft, "known")).toBe("3");
  expect(shownTotal(draft, "theirs")).toBeNull();
  expect(shownTotal({ ...draft, state: "released" }, "theirs")).toBe("3");
});

it("finds the middle", () => {
  expect([[], [3], [5, 1], [9, 1, 4]].map(medianOf)).toEqual([null, 3, 3, 4]);
});
