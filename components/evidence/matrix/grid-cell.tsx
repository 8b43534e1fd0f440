"use client";

import { Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { roles } from "@/components/ui/grid-roles";
import type { CellFigures } from "@/domain/prompt/matrix";
import { markOf, marksOf } from "../cell-marks";
import type { ViewedCell } from "../figures";

interface GridCellProps {
  cell: ViewedCell;
  position: string;
  dimension: string;
  isOpen: boolean;
  /** The one cell that Tab leads to. */
  isStop: boolean;
  /** Not among those asked for. */
  isBack: boolean;
  /** The number of the reading to look in, where there is one to name. */
  hint: number | null;
  /** How many new passages wait to be shown. */
  fresh: number;
  panelId: string;
  onOpen: (key: string) => void;
  onFocus: (key: string) => void;
}

/** How much there is and how contested it is, in figures, in squares, and in shade; or that something is to be found. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { cell, position, dimension, isOpen, isStop, isBack, hint, fresh, panelId, onOpen, onFocus } = props;
  const t = useTranslations("evidence");
  const { tally, contest } = cell;
  const count = cell.counted.size;
  const isEmpty = cell.all === 0;
  const isHidden = count === 0 && !isEmpty;
  const look = isEmpty ? "mt" : isHidden ? "hid" : `sh-${contest}`;
  const said = isEmpty
    ? t("emptyCell", { position, dimension })
    : isHidden
      ? t("hiddenCell", { position, dimension, count: cell.all })
      : t("cell", { position, dimension, count, ...tally, contest: t(`contest.${contest}`) });
  const extra = [
    cell.toCheck > 0 && t("cellCheck", { count: cell.toCheck }),
    cell.drafts > 0 && t("cellDrafts", { count: cell.drafts }),
    fresh > 0 && t("cellNew", { count: fresh }),
    isEmpty && hint !== null && t("lookIn", { reading: hint }),
  ].filter((each) => each !== false);
  return (
    <td className={`cell ${look}${isOpen ? " open" : ""}${isBack ? " back" : ""}`} {...roles.cell}>
      <button
        type="button"
        data-cell={cell.key}
        tabIndex={isStop ? 0 : -1}
        aria-label={[said, ...extra].join("; ")}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => onOpen(cell.key)}
        onFocus={() => onFocus(cell.key)}
      >
        {isEmpty ? (
          <>
            <span className="w">
              <Plus className="i s" aria-hidden />
              <span>{t("findOne")}</span>
            </span>
            {hint !== null && (
              <span className="hint">
                <span>{t("hintIn")}</span> <span className="cite">{hint}</span>
              </span>
            )}
          </>
        ) : (
          <Filled cell={cell} />
        )}
        {fresh > 0 && <span className="fr n">+{fresh}</span>}
        {isHidden && <span className="of n">{t("ofAll", { count: cell.all })}</span>}
      </button>
    </td>
  );
});

function Filled({ cell }: { cell: CellFigures }) {
  const { tally } = cell;
  const { marks, more } = marksOf(tally);
  let place = 0;
  return (
    <>
      <span className="ct n">{cell.counted.size}</span>
      {marks.length > 0 && (
        <span className="ra n">
          {tally.supports}
          <em>:</em>
          {tally.challenges}
        </span>
      )}
      {cell.toCheck > 0 && (
        <span className="ck">
          <TriangleAlert className="i" aria-hidden />
        </span>
      )}
      <span className="tk" aria-hidden="true">
        {marks.map((relation) => (
          <i key={place++} className={`ev ${markOf[relation]}`} />
        ))}
        {more > 0 && <span className="n">+{more}</span>}
      </span>
    </>
  );
}
