import type { GradebookRow, View } from "./shapes";

export type SortKey = "name" | "group" | "total";

export interface Sorting {
  by: SortKey;
  descending: boolean;
}

/** Choosing the same column again turns it round; totals begin with the highest. */
export const sortedBy = (sorting: Sorting, by: SortKey): Sorting =>
  sorting.by === by ? { by, descending: !sorting.descending } : { by, descending: by === "total" };

/** What the course comes to so far, in the view that is shown. */
export const totalIn = (row: GradebookRow, view: View): number | null =>
  view === "known" ? row.soFar.known : row.soFar.released;

/** Rows as chosen; where they are equal, and for those without a group or a total (which come last), by name. */
export function inOrder(
  rows: readonly GradebookRow[],
  sorting: Sorting,
  { language, view }: { language: string; view: View },
): GradebookRow[] {
  const names = new Intl.Collator(language, { numeric: true });
  const byName = (one: GradebookRow, other: GradebookRow) => names.compare(one.name, other.name);
  const direction = sorting.descending ? -1 : 1;
  if (sorting.by === "name") return [...rows].sort((one, other) => direction * byName(one, other));
  const value = (row: GradebookRow) => (sorting.by === "total" ? totalIn(row, view) : row.groupPosition);
  return [...rows].sort((one, other) => {
    const [here, there] = [value(one), value(other)];
    if (here === null || there === null) {
      return here === there ? byName(one, other) : here === null ? 1 : -1;
    }
    return direction * (here - there) || byName(one, other);
  });
}

/** Whether a name has every word of what is looked for, without regard to case or accents. */
export function isFound(name: string, wanted: string): boolean {
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const here = plain(name);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => here.includes(word));
}
