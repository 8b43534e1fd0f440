"use client";

import { useTranslations } from "next-intl";
import { useEvidenceDesk } from "../desk-context";
import { contestedCells, type Figures, type ViewedCell } from "../figures";

/** As many as are taken in at a glance. */
const MOST = 6;

interface WhereToLookProps {
  figures: Figures;
  onOpen: (key: string) => void;
}

/** While no cell is open: where the class is most divided, and where it has found nothing. */
export function WhereToLook({ figures, onOpen }: WhereToLookProps) {
  const t = useTranslations("evidence.look");
  const contested = contestedCells(figures.cells)
    .flatMap((key) => figures.cells.get(key) ?? [])
    .slice(0, MOST);
  const empty = [...figures.cells.values()].filter((cell) => cell.all === 0);
  return (
    <div className="list ev-look">
      {contested.length > 0 && (
        <section aria-labelledby="ev-contested">
          <h3 className="kick" id="ev-contested">
            {t("contested")}
          </h3>
          <Cells cells={contested} onOpen={onOpen} />
        </section>
      )}
      {empty.length > 0 && (
        <section aria-labelledby="ev-empty">
          <h3 className="kick" id="ev-empty">
            {t("empty", { count: empty.length })}
          </h3>
          <Cells cells={empty.slice(0, MOST)} onOpen={onOpen} />
        </section>
      )}
    </div>
  );
}

function Cells({ cells, onOpen }: { cells: readonly ViewedCell[]; onOpen: (key: string) => void }) {
  const t = useTranslations("evidence.look");
  const { page } = useEvidenceDesk();
  const nameIn = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((each) => each.id === id)?.name ?? "";
  return (
    <ul>
      {cells.map((cell) => (
        <li key={cell.key}>
          <button type="button" onClick={() => onOpen(cell.key)}>
            <b>{nameIn(page.positions, cell.positionId)}</b>
            <span>{nameIn(page.dimensions, cell.dimensionId)}</span>
            {cell.all > 0 && (
              <span className="n">
                {t("ratio", { supports: cell.tally.supports, challenges: cell.tally.challenges })}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
