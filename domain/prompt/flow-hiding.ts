/**
 * Which numbers of a table have to be kept back so that the small ones cannot be worked out.
 *
 * A table with its margins is a circulation: source → each row (its sum) → each column (the cell) → sink (the column's
 * sum) → source (the total). What is published is fixed; what is kept back can be any whole number from zero that still
 * lets everything add up. Such a number has a second possible value exactly where units can be sent round a cycle
 * through its arc: forward along any hidden arc, backward along one that has something to give back. While a small
 * number has no such cycle, one more number is kept back.
 */

interface Table {
  cells: readonly (readonly number[])[];
  rows: readonly number[];
  columns: readonly number[];
}

/** Places in the flattened table (row × width + column) and in the margins. */
export interface Hidden {
  cells: Set<number>;
  rows: Set<number>;
  columns: Set<number>;
}

interface Arc {
  kind: keyof Hidden;
  index: number;
  tail: number;
  head: number;
  value: number;
}

/** The smallest group that a course may choose; what is hidden grows from here. */
const LEAST = 3;
const SOURCE = 0;
const SINK = 1;

function arcsOf({ cells, rows, columns }: Table): Arc[] {
  const row = (from: number) => 2 + from;
  const column = (to: number) => 2 + rows.length + to;
  return [
    ...cells.flatMap((line, from) =>
      line.map((value, to) => ({
        kind: "cells" as const,
        index: from * columns.length + to,
        tail: row(from),
        head: column(to),
        value,
      })),
    ),
    ...rows.map((value, from) => ({
      kind: "rows" as const,
      index: from,
      tail: SOURCE,
      head: row(from),
      value,
    })),
    ...columns.map((value, to) => ({
      kind: "columns" as const,
      index: to,
      tail: column(to),
      head: SINK,
      value,
    })),
  ];
}

/** Those of whom an onlooker knows that they are in the table: on these arcs at least one unit is theirs. */
type Known = ReadonlySet<Arc>;

/** Whether one more or one fewer could go along `arc`, the rest of what is hidden making up for it. */
function isOpen(arc: Arc, hidden: ReadonlySet<Arc>, known: Known): boolean {
  const gives = (each: Arc) => each.value > (known.has(each) ? 1 : 0);
  const reaches = (from: number, to: number) => {
    const seen = new Set([from]);
    const ahead = [from];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      for (const each of hidden) {
        if (each === arc) continue;
        const next = each.tail === at ? each.head : each.head === at && gives(each) ? each.tail : at;
        if (seen.has(next)) continue;
        if (next === to) return true;
        seen.add(next);
        ahead.push(next);
      }
    }
    return false;
  };
  return reaches(arc.head, arc.tail) || (gives(arc) && reaches(arc.tail, arc.head));
}

/** Onlookers who know nothing, and one for each place in the table where a student could subtract themselves. */
function onlookers(arcs: readonly Arc[]): Known[] {
  const inside = arcs
    .filter(({ kind, value }) => kind === "cells" && value > 0)
    .map((cell) => arcs.filter((arc) => arc === cell || arc.head === cell.tail || arc.tail === cell.head))
    // Where two or more went along, who knows of one knows nothing that matters.
    .map((own) => new Set(own.filter(({ value }) => value === 1)))
    .filter((own) => own.size > 0);
  return [new Set<Arc>(), ...inside];
}

const touches = (arc: Arc, other: Arc) =>
  arc.tail === other.tail || arc.head === other.head || arc.tail === other.head || arc.head === other.tail;

/** The arc to keep back next for `arc`: the smallest that helps by itself, else the smallest beside it, else any. */
function nextFor(arc: Arc, shown: readonly Arc[], hidden: ReadonlySet<Arc>, known: Known): Arc | undefined {
  return (
    shown.find((each) => isOpen(arc, new Set([...hidden, each]), known)) ??
    shown.find((each) => touches(arc, each)) ??
    shown[0]
  );
}

/**
 * What to keep back of `table` (`smallest` is 3 or more) so that no number below `smallest` is shown or can be worked out from what is, also by
 * somebody who knows that they are in it. Grows with `smallest`: whatever is hidden for a smaller group is hidden for a
 * larger one too.
 */
export function hiddenArcs(table: Table, smallest: number): Hidden {
  const arcs = arcsOf(table);
  const views = onlookers(arcs);
  const hidden = new Set<Arc>();
  const bySize = [...arcs].sort((one, other) => one.value - other.value);
  for (let least = LEAST; least <= smallest; least++) {
    // Hiding more never closes what is open: what is small for a smaller group too has been seen to.
    const small = bySize.filter(({ value }) => (least === LEAST ? value < least : value === least - 1));
    for (const arc of small) hidden.add(arc);
    for (const arc of small) {
      for (const known of views) {
        while (!isOpen(arc, hidden, known)) {
          const next = nextFor(
            arc,
            bySize.filter((each) => !hidden.has(each)),
            hidden,
            known,
          );
          if (!next) break;
          hidden.add(next);
        }
      }
    }
  }
  const places = (kind: Arc["kind"]) =>
    new Set([...hidden].filter((arc) => arc.kind === kind).map(({ index }) => index));
  return { cells: places("cells"), rows: places("rows"), columns: places("columns") };
}
