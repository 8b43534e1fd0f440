import type { Id } from "@/domain/id";
import { type Contest, contestOf, type EvidenceRelation, type Tally, tallyOf } from "./contest";
import type { MatrixPiece } from "./evidence";

export const matrixScopes = ["class", "group", "mine"] as const;
export type MatrixScope = (typeof matrixScopes)[number];

/** Which pieces are looked at. */
export interface MatrixFilter {
  /** One's own with its drafts, what was filed near by, or all that was filed. */
  scope: MatrixScope;
  /** Another group than one's own; only with the scope `group`. */
  groupId: Id | null;
  readingId: Id | null;
  /** A voice's key. */
  by: string | null;
  /** Relations that are left out. */
  without: readonly EvidenceRelation[];
  /** Only what stands on words that changed. */
  toCheck: boolean;
}

interface Frame {
  positions: readonly { id: Id }[];
  dimensions: readonly { id: Id }[];
}

export interface CellFigures {
  /** As addresses name the cell: `<positionId>.<dimensionId>`. */
  key: string;
  positionId: Id;
  dimensionId: Id;
  /** The ids of the pieces that count here. */
  counted: ReadonlySet<Id>;
  tally: Tally;
  contest: Contest;
  /** How many of them stand on words that changed. */
  toCheck: number;
  drafts: number;
}

export interface MatrixFigures {
  /** Every cell, empty ones too, row by row. */
  cells: ReadonlyMap<string, CellFigures>;
  byPosition: ReadonlyMap<Id, number>;
  byDimension: ReadonlyMap<Id, number>;
  /** How many pieces count. */
  total: number;
}

export const cellKey = (positionId: Id, dimensionId: Id) => `${positionId}.${dimensionId}`;

const isOfScope = (piece: MatrixPiece, { scope, groupId }: MatrixFilter) => {
  if (scope === "mine") return piece.mine;
  if (!piece.filed) return false;
  if (scope === "class") return true;
  return groupId === null ? piece.near : piece.groupId === groupId;
};

const passes = (piece: MatrixPiece, filter: MatrixFilter) =>
  isOfScope(piece, filter) &&
  (filter.readingId === null || piece.readingId === filter.readingId) &&
  (filter.by === null || piece.by === filter.by) &&
  !filter.without.includes(piece.relation) &&
  (!filter.toCheck || piece.changed);

/**
 * The pieces that count under a filter: of those that say the same one, the piece that stands for them or, where the
 * filter leaves that out, the first of the others.
 */
export function countedPieces(pieces: readonly MatrixPiece[], filter: MatrixFilter): MatrixPiece[] {
  const passing = pieces.filter((piece) => passes(piece, filter));
  const standing = new Map<Id, MatrixPiece>();
  for (const piece of passing) if (piece.head === null) standing.set(piece.id, piece);
  for (const piece of passing) {
    if (piece.head !== null && !standing.has(piece.head)) standing.set(piece.head, piece);
  }
  const counted = new Set(standing.values());
  return passing.filter((piece) => counted.has(piece));
}

/** The figures of every cell, in one pass over the pieces. What has no place in the frame counts nowhere. */
export function matrixFigures(
  frame: Frame,
  pieces: readonly MatrixPiece[],
  filter: MatrixFilter,
): MatrixFigures {
  const byCell = new Map<string, MatrixPiece[]>();
  for (const piece of countedPieces(pieces, filter)) {
    if (piece.positionId === null || piece.dimensionId === null) continue;
    const key = cellKey(piece.positionId, piece.dimensionId);
    const known = byCell.get(key);
    if (known) known.push(piece);
    else byCell.set(key, [piece]);
  }
  const cells = new Map<string, CellFigures>();
  const byPosition = new Map(frame.positions.map(({ id }) => [id, 0]));
  const byDimension = new Map(frame.dimensions.map(({ id }) => [id, 0]));
  let total = 0;
  for (const { id: positionId } of frame.positions) {
    for (const { id: dimensionId } of frame.dimensions) {
      const key = cellKey(positionId, dimensionId);
      const here = byCell.get(key) ?? [];
      const tally = tallyOf(here.map((piece) => piece.relation));
      cells.set(key, {
        key,
        positionId,
        dimensionId,
        counted: new Set(here.map((piece) => piece.id)),
        tally,
        contest: contestOf(tally),
        toCheck: here.filter((piece) => piece.changed).length,
        drafts: here.filter((piece) => !piece.filed).length,
      });
      byPosition.set(positionId, (byPosition.get(positionId) ?? 0) + here.length);
      byDimension.set(dimensionId, (byDimension.get(dimensionId) ?? 0) + here.length);
      total += here.length;
    }
  }
  return { cells, byPosition, byDimension, total };
}
