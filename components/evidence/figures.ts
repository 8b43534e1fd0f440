import { type Contest, contestOf, evidenceRelations, type Tally, tallyOf } from "@/domain/prompt/contest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import type { MatrixView } from "./view";

/** What the matrix shows of one cell. */
export interface CellFigures {
  key: string;
  positionId: string;
  dimensionId: string;
  /** The ids of the pieces that are counted. */
  counted: ReadonlySet<string>;
  tally: Tally;
  contest: Contest;
  /** How many of them stand on words that changed. */
  toCheck: number;
  drafts: number;
}

/** A matrix as it is looked at. */
export interface Figures {
  cells: ReadonlyMap<string, CellFigures>;
  /** How many pieces count in it, and how many would with no filter but whose they are. */
  shown: number;
  total: number;
  /** Of `total`. */
  toCheck: number;
  byPosition: ReadonlyMap<string, number>;
  byDimension: ReadonlyMap<string, number>;
  /** From which readings the counted pieces are. */
  readings: ReadonlySet<string>;
}

interface Frame {
  positions: readonly { id: string }[];
  dimensions: readonly { id: string }[];
  pieces: readonly MatrixPiece[];
}

export const cellKey = (positionId: string, dimensionId: string) => `${positionId}.${dimensionId}`;

const isOfScope = (piece: MatrixPiece, { scope, groupId }: MatrixView) => {
  if (scope === "mine") return piece.mine;
  if (!piece.filed) return false;
  if (scope === "class") return true;
  return groupId ? piece.groupId === groupId : piece.near;
};

const passes = (piece: MatrixPiece, view: MatrixView) =>
  (view.readingId === null || piece.readingId === view.readingId) &&
  (view.by === null || piece.by === view.by) &&
  !view.without.includes(piece.relation) &&
  (view.show !== "check" || piece.changed);

/** Without those that stand under another that is counted too. */
function heads(pieces: MatrixPiece[]): MatrixPiece[] {
  const ids = new Set(pieces.map((piece) => piece.id));
  return pieces.filter((piece) => piece.head === null || !ids.has(piece.head));
}

const placed = (frame: Frame) => {
  const positions = new Set(frame.positions.map(({ id }) => id));
  const dimensions = new Set(frame.dimensions.map(({ id }) => id));
  return (piece: MatrixPiece) =>
    piece.positionId !== null &&
    piece.dimensionId !== null &&
    positions.has(piece.positionId) &&
    dimensions.has(piece.dimensionId);
};

const countBy = (pieces: readonly MatrixPiece[], keyOf: (piece: MatrixPiece) => string | null) => {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** The figures of every cell, empty ones too: one pass over the pieces. */
export function figuresOf(frame: Frame, view: MatrixView): Figures {
  const inScope = frame.pieces.filter((piece) => isOfScope(piece, view)).filter(placed(frame));
  const all = heads(inScope);
  const counted = heads(inScope.filter((piece) => passes(piece, view)));
  const byCell = new Map<string, MatrixPiece[]>();
  for (const piece of counted) {
    const key = cellKey(piece.positionId ?? "", piece.dimensionId ?? "");
    const known = byCell.get(key);
    if (known) known.push(piece);
    else byCell.set(key, [piece]);
  }
  const cells = new Map<string, CellFigures>();
  for (const position of frame.positions) {
    for (const dimension of frame.dimensions) {
      const key = cellKey(position.id, dimension.id);
      const pieces = byCell.get(key) ?? [];
      const tally = tallyOf(pieces.map((piece) => piece.relation));
      cells.set(key, {
        key,
        positionId: position.id,
        dimensionId: dimension.id,
        counted: new Set(pieces.map((piece) => piece.id)),
        tally,
        contest: contestOf(tally),
        toCheck: pieces.filter((piece) => piece.changed).length,
        drafts: pieces.filter((piece) => !piece.filed).length,
      });
    }
  }
  return {
    cells,
    shown: counted.length,
    total: all.length,
    toCheck: all.filter((piece) => piece.changed).length,
    byPosition: countBy(counted, (piece) => piece.positionId),
    byDimension: countBy(counted, (piece) => piece.dimensionId),
    readings: new Set(counted.map((piece) => piece.readingId)),
  };
}

/** Contested enough to be worth a look on that ground. */
export const CONTESTED: Contest = 3;

/** Whether a cell is one of those asked for; what is not steps back. */
export const stands = (cell: CellFigures, show: MatrixView["show"]) => {
  if (show === "contested") return cell.contest >= CONTESTED;
  if (show === "empty") return cell.counted.size === 0;
  if (show === "check") return cell.toCheck > 0;
  return true;
};

const sided = ({ tally }: CellFigures) => tally.supports + tally.challenges;

/** The cell after `from` in the order of contest, the most contested first and round again; null where none is. */
export function nextContested(cells: ReadonlyMap<string, CellFigures>, from: string | null): string | null {
  const order = [...cells.values()]
    .filter((cell) => cell.contest > 0)
    .toSorted((a, b) => b.contest - a.contest || sided(b) - sided(a))
    .map((cell) => cell.key);
  const at = from === null ? -1 : order.indexOf(from);
  return order[(at + 1) % order.length] ?? null;
}

/** The next cell after `from`, in the order they are read and round again, that `fits`; null where none does. */
export function nextCell(
  cells: ReadonlyMap<string, CellFigures>,
  from: string | null,
  fits: (cell: CellFigures) => boolean,
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
  const own = countBy(
    filed.filter((piece) => piece.positionId === positionId),
    (piece) => piece.readingId,
  );
  const counts = [...used].map((readingId) => ({ readingId, count: own.get(readingId) ?? 0 }));
  const fewest = Math.min(...counts.map(({ count }) => count));
  const [only, second] = counts.filter(({ count }) => count === fewest);
  return only && !second ? only.readingId : null;
}

export const countOf = (tally: Tally) =>
  evidenceRelations.reduce((sum, relation) => sum + tally[relation], 0);
