import { type CellFigures, type MatrixFigures, matrixFigures } from "@/domain/prompt/matrix";
import type { EvidencePage } from "./shapes";

export interface Coverage {
  figures: MatrixFigures;
  /** Cells in dispute, the most evenly split first; of two alike, the one in which more is said. */
  contested: CellFigures[];
  /** Positions with the dimensions on which nothing has been found for them. */
  gaps: { positionId: string; cells: CellFigures[] }[];
  empty: number;
}

const sided = ({ tally }: CellFigures) => tally.supports + tally.challenges;

/** How the whole class's evidence lies over the frame. */
export function coverageOf(page: Pick<EvidencePage, "positions" | "dimensions" | "pieces">): Coverage {
  const figures = matrixFigures(page, page.pieces, {
    scope: "class",
    groupId: null,
    readingId: null,
    by: null,
    without: [],
    toCheck: false,
  });
  const cells = [...figures.cells.values()];
  const isEmpty = (cell: CellFigures) => cell.counted.size === 0;
  const gaps = page.positions
    .map(({ id }) => ({
      positionId: id,
      cells: cells.filter((cell) => cell.positionId === id && isEmpty(cell)),
    }))
    .filter((gap) => gap.cells.length > 0);
  return {
    figures,
    contested: cells
      .filter(({ contest }) => contest > 0)
      .toSorted((one, other) => other.contest - one.contest || sided(other) - sided(one)),
    gaps,
    empty: cells.filter(isEmpty).length,
  };
}
