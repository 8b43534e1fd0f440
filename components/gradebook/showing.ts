import type { Cell, Gradebook, GradebookRow, View } from "./shapes";
import { inOrder, isFound, type Sorting } from "./sorting";

/** What somebody looks for among the cells. */
export const traits = ["todo", "late", "missing", "changed", "asked"] as const;
export type Trait = (typeof traits)[number];

export interface Showing {
  wanted: string;
  groupId: string | null;
  sectionId: string | null;
  trait: Trait | null;
  view: View;
  sorting: Sorting;
}

export const everything: Showing = {
  wanted: "",
  groupId: null,
  sectionId: null,
  trait: null,
  view: "known",
  sorting: { by: "group", descending: false },
};

export const isMissing = (cell: Cell) => cell.standing === "missing" || cell.nothingCame;

const has: Record<Trait, (cell: Cell) => boolean> = {
  todo: (cell) => cell.state === "todo",
  late: (cell) => cell.lateBy > 0,
  missing: isMissing,
  changed: (cell) => cell.changed,
  asked: (cell) => cell.askedAt !== null,
};

/** How many cells of the whole gradebook have it. */
export const countOf = (book: Gradebook, trait: Trait): number =>
  book.students.reduce(
    (count, student) => count + Object.values(student.cells).filter((cell) => has[trait](cell)).length,
    0,
  );

/** The rows that are wanted, in the order that is wanted. */
export function rowsShown(book: Gradebook, showing: Showing): GradebookRow[] {
  const { wanted, groupId, sectionId, trait, sorting, view } = showing;
  const rows = book.students.filter(
    (student) =>
      isFound(student.name, wanted.trim()) &&
      (groupId === null || student.groups.some((group) => group.id === groupId)) &&
      (sectionId === null || student.section?.id === sectionId) &&
      (trait === null || Object.values(student.cells).some((cell) => has[trait](cell))),
  );
  return inOrder(rows, sorting, { language: book.language, view });
}

/** What a cell comes to in a view; null where nothing may be shown. */
export const shownTotal = (cell: Cell, view: View): string | null =>
  view === "known" || cell.state === "released" ? cell.total : null;

/** The middle of what was given, and all of it; of an even number the mean of the two in the middle. */
export function medianOf(given: readonly number[]): number | null {
  const sorted = [...given].sort((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
