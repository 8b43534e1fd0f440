import { type Contest, contestOf, evidenceRelations, type Tally, tallyOf } from "@/domain/prompt/contest";
import type { EvidencePage, EvidenceView } from "./shapes";

export interface Cell {
  positionId: string;
  dimensionId: string;
  /** Those that support first, then those that qualify, then those that challenge. */
  evidence: EvidenceView[];
  tally: Tally;
  contest: Contest;
}

export const cellKey = (cell: Pick<Cell, "positionId" | "dimensionId">) =>
  `${cell.positionId} ${cell.dimensionId}`;

/** Every cell of the matrix by its key, empty ones too. */
export function cellsOf({ positions, dimensions, evidence }: EvidencePage): Map<string, Cell> {
  const byKey = new Map<string, EvidenceView[]>();
  for (const piece of evidence) {
    const key = cellKey(piece);
    byKey.set(key, [...(byKey.get(key) ?? []), piece]);
  }
  const order = (piece: EvidenceView) => evidenceRelations.indexOf(piece.relation);
  return new Map(
    positions.flatMap((position) =>
      dimensions.map((dimension) => {
        const place = { positionId: position.id, dimensionId: dimension.id };
        const pieces = (byKey.get(cellKey(place)) ?? []).toSorted((a, b) => order(a) - order(b));
        const tally = tallyOf(pieces.map((piece) => piece.relation));
        return [cellKey(place), { ...place, evidence: pieces, tally, contest: contestOf(tally) }] as const;
      }),
    ),
  );
}
