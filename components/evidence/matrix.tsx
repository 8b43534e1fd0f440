"use client";

import { useTranslations } from "next-intl";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { type Cell, cellKey } from "./cells";
import type { EvidencePage } from "./shapes";

interface MatrixProps {
  page: EvidencePage;
  cells: Map<string, Cell>;
  open: string | null;
  onOpen: (key: string) => void;
  /** The id of what a cell opens. */
  panelId: string;
}

export const markOf = { supports: "s", qualifies: "q", challenges: "c" } as const satisfies Record<
  EvidenceRelation,
  string
>;

/** More marks than this say nothing that the figure does not. */
const MARKS = 18;

/** Positions down, dimensions across; a cell says how many passages it has and how contested they are. */
export function Matrix({ page, cells, open, onOpen, panelId }: MatrixProps) {
  const t = useTranslations("evidence");
  const { positions, dimensions, evidence } = page;
  const countOf = (fits: (piece: (typeof evidence)[number]) => boolean) => evidence.filter(fits).length;
  const most = Math.max(1, ...dimensions.map(({ id }) => countOf((piece) => piece.dimensionId === id)));
  const isOpenColumn = (dimensionId: string) => open?.endsWith(dimensionId) === true;

  return (
    <table
      style={{ "--dimensions": dimensions.length, "--positions": positions.length } as React.CSSProperties}
    >
      <caption className="vh">{t("table")}</caption>
      <thead>
        <tr>
          <td className="corner">
            <span>{t("position")}</span>
          </td>
          {dimensions.map((dimension) => (
            <th key={dimension.id} scope="col" className={isOpenColumn(dimension.id) ? "on" : undefined}>
              <span className="lg">{dimension.name}</span>
              <span className="sh" aria-hidden="true">
                {dimension.name}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <tr key={position.id}>
            <th scope="row" className="pos">
              <span className="pn">{position.name}</span>
              <span className="ps" aria-hidden="true">
                {position.short}
              </span>
              <span className="pd">{position.line}</span>
              <span className="pt n">
                {t("passages", { count: countOf((piece) => piece.positionId === position.id) })}
              </span>
            </th>
            {dimensions.map((dimension) => {
              const key = cellKey({ positionId: position.id, dimensionId: dimension.id });
              const cell = cells.get(key);
              return (
                cell && (
                  <MatrixCell
                    key={dimension.id}
                    cell={cell}
                    position={position.name}
                    dimension={dimension.name}
                    isOpen={open === key}
                    panelId={panelId}
                    onOpen={() => onOpen(key)}
                  />
                )
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("byDimension")}</th>
          {dimensions.map((dimension) => {
            const count = countOf((piece) => piece.dimensionId === dimension.id);
            return (
              <td key={dimension.id} className="n">
                <i style={{ width: `${(100 * count) / most}%` }} />
                <span>{count}</span>
              </td>
            );
          })}
        </tr>
      </tfoot>
    </table>
  );
}

interface MatrixCellProps {
  cell: Cell;
  position: string;
  dimension: string;
  isOpen: boolean;
  panelId: string;
  onOpen: () => void;
}

function MatrixCell({ cell, position, dimension, isOpen, panelId, onOpen }: MatrixCellProps) {
  const t = useTranslations("evidence");
  const { evidence, tally, contest } = cell;
  const isEmpty = evidence.length === 0;
  const look = isEmpty ? "mt" : `sh-${contest}`;
  const label = isEmpty
    ? t("emptyCell", { position, dimension })
    : t("cell", {
        position,
        dimension,
        count: evidence.length,
        ...tally,
        contest: t(`contest.${contest}`),
      });
  return (
    <td className={`cell ${look}${isOpen ? " open" : ""}`}>
      <button
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={onOpen}
      >
        {isEmpty ? (
          <>
            <span className="w">{t("none")}</span>
            <span className="hint">
              <span>{t("toFind")}</span>
            </span>
          </>
        ) : (
          <>
            <span className="ct n">{evidence.length}</span>
            <span className="ra n">
              {tally.supports}
              <em>:</em>
              {tally.challenges}
            </span>
            <span className="tk">
              {evidence.slice(0, MARKS).map((piece) => (
                <i key={piece.id} className={`ev ${markOf[piece.relation]}`} />
              ))}
            </span>
          </>
        )}
      </button>
    </td>
  );
}
