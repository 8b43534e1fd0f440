import type { Contest } from "@/domain/prompt/contest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import { type CellFigures, type MatrixFigures, matrixFigures } from "@/domain/prompt/matrix";
import { type MatrixView, unfiltered } from "./view";

export interface ViewedCell extends CellFigures {
  /** How many would count here with no filter but whose they are. */
  all: number;
}

/** A matrix as it is looked at. */
export interface Figures extends Pick<MatrixFigures, "byPosition" | "byDimension"> {
  cells: ReadonlyMap<string, ViewedCell>;
  /** How many pieces count in it. */
  shown: number;
  /** How many would with no filter but whose they are; of these, how many stand on words that changed. */
  total: number;
  toCheck: number;
  /** From how many readings those are. */
  readings: number;
  /** How many cells have none of them. */
  empty: number;
}

interface Frame {
  positions: readonly { id: string }[];
  dimensions: readonly { id: string }[];
  pieces: readonly MatrixPiece[];
}

const figuresIn = (frame: Frame, view: MatrixView) =>
  matrixFigures(frame, frame.pieces, { ...view, toCheck: view.show === "check" });

/** The figures of every cell, empty ones too, and what the filters hide. */
export function figuresOf(frame: Frame, view: MatrixView): Figures {
  const looked = figuresIn(frame, view);
  const whole = figuresIn(frame, { ...view, ...unfiltered });
  const readingOf = new Map(frame.pieces.map((piece) => [piece.id, piece.readingId]));
  const cells = new Map<string, ViewedCell>();
  const readings = new Set<string>();
  let toCheck = 0;
  let empty = 0;
  for (const [key, cell] of whole.cells) {
    cells.set(key, { ...(looked.cells.get(key) ?? cell), all: cell.counted.size });
    toCheck += cell.toCheck;
    if (cell.counted.size === 0) empty++;
    for (const id of cell.counted) readings.add(readingOf.get(id) ?? "");
  }
  const { byPosition, byDimension, total: shown } = looked;
  return {
    cells,
    byPosition,
    byDimension,
    shown,
    total: whole.total,
    toCheck,
    readings: readings.size,
    empty,
  };
}

/** Contested enough to be worth a look on that ground. */
export const CONTESTED: Contest = 3;

/** Whether a cell is one of those asked for; what is not steps back. */
export const stands = (cell: ViewedCell, show: MatrixView["show"]) => {
  if (show === "contested") return cell.contest >= CONTESTED;
  if (show === "empty") return cell.all === 0;
  if (show === "check") return cell.toCheck > 0;
  return true;
};

const sided = ({ tally }: CellFigures) => tally.supports + tally.challenges;

/** The keys of the cells on which passages are divided, the most contested first. */
export const contestedCells = (cells: ReadonlyMap<string, CellFigures>): string[] =>
  [...cells.values()]
    .filter((cell) => cell.contest > 0)
    .toSorted((a, b) => b.contest - a.contest || sided(b) - sided(a))
    .map((cell) => cell.key);

/** The cell after `from` in the order of contest, round again; null where none is contested. */
export function nextContested(cells: ReadonlyMap<string, CellFigures>, from: string | null): string | null {
  const order = contestedCells(cells);
  const at = from === null ? -1 : order.indexOf(from);
  return order[(at + 1) % order.length] ?? null;
}

/** The next cell after `from`, in the order they are read and round again, that `fits`; null where none does. */
export function nextCell(
  cells: ReadonlyMap<string, ViewedCell>,
  from: string | null,
  fits: (cell: ViewedCell) => boolean,
  back = false,
): string | null {
  const all = [...cells.values()];
  const at = all.findIndex((cell) => cell.key === from);
  const around = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  const ordered = back ? around.toReversed() : around;
  return ordered.find(fits)?.key ?? null;
}

/**
 * Where to look for what an empty cell lacks: the reading from which the least was recorded for that position, of
 * those that were drawn upon for other positions. Null where that says nothing.
 */
export function readingToTry(frame: Frame, positionId: string): string | null {
  const filed = frame.pieces.filter((piece) => piece.filed && !piece.merged);
  const used = new Set(filed.map((piece) => piece.readingId));
  if (used.size < 2) return null;
  const own = filed.filter((piece) => piece.positionId === positionId);
  const counts = [...used].map((readingId) => ({
    readingId,
    count: own.filter((piece) => piece.readingId === readingId).length,
  }));
  const fewest = Math.min(...counts.map(({ count }) => count));
  const [only, second] = counts.filter(({ count }) => count === fewest);
  return only && !second ? only.readingId : null;
}
