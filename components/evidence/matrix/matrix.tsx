"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { useNarrow } from "@/components/reading/use-narrow";
import { moveOnGrid } from "@/components/ui/grid-moves";
import { roles } from "@/components/ui/grid-roles";
import { cellKey } from "@/domain/prompt/matrix";
import { useEvidenceDesk } from "../desk-context";
import { type Figures, readingToTry, stands } from "../figures";
import type { MatrixView } from "../view";
import { GridCell } from "./grid-cell";
import { RowHead } from "./row-head";

interface MatrixProps {
  view: MatrixView;
  figures: Figures;
  tableRef: RefObject<HTMLTableElement | null>;
  /** The cell that the arrows start from. */
  at: string | null;
  onAt: (key: string) => void;
  onOpen: (key: string) => void;
  /** The id of what a cell opens. */
  panelId: string;
}

/** Positions down, dimensions across: a grid that one walks through with the arrows. */
export function Matrix({ view, figures, tableRef, at, onAt, onOpen, panelId }: MatrixProps) {
  const t = useTranslations("evidence");
  const { page, waiting } = useEvidenceDesk();
  const { positions, dimensions, readings } = page;
  const turned = useNarrow();
  const [first] = figures.cells.keys();
  const roving = at !== null && figures.cells.has(at) ? at : first;
  const openDimension = view.cell?.split(".")[1];
  const most = Math.max(1, ...figures.byDimension.values());
  const hints = useMemo(() => {
    const numbers = new Map(readings.map(({ id, number }) => [id, number]));
    return new Map(positions.map(({ id }) => [id, numbers.get(readingToTry(page, id) ?? "") ?? null]));
  }, [page, positions, readings]);
  const isWide = dimensions.length > 9;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!roving || event.metaKey || event.altKey || event.shiftKey) return;
    const [positionId, dimensionId] = roving.split(".");
    const place = {
      row: positions.findIndex(({ id }) => id === positionId),
      column: dimensions.findIndex(({ id }) => id === dimensionId),
    };
    const size = { rows: positions.length, columns: dimensions.length };
    const next = moveOnGrid(place, event, size, turned);
    const position = next && positions[next.row];
    const dimension = next && dimensions[next.column];
    if (!position || !dimension) return;
    event.preventDefault();
    const key = cellKey(position.id, dimension.id);
    onAt(key);
    focusCell(tableRef.current, key);
  };

  return (
    <table
      ref={tableRef}
      className="ev-matrix"
      data-wide={isWide || undefined}
      data-many={positions.length > 5 || undefined}
      style={{ "--dimensions": dimensions.length, "--positions": positions.length } as React.CSSProperties}
      aria-label={t("table")}
      onKeyDown={onKeyDown}
      {...roles.grid}
    >
      <thead {...roles.group}>
        <tr {...roles.row}>
          <td className="corner" {...roles.cell}>
            <span>{t("position")}</span>
          </td>
          {dimensions.map((dimension) => (
            <th
              key={dimension.id}
              scope="col"
              className={dimension.id === openDimension ? "on" : undefined}
              title={dimension.question || undefined}
              {...roles.columnHead}
            >
              <span>{dimension.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {positions.map((position) => (
          <tr key={position.id} data-row={position.id} {...roles.row}>
            <RowHead position={position} count={figures.byPosition.get(position.id) ?? 0} />
            {dimensions.map((dimension) => {
              const key = cellKey(position.id, dimension.id);
              const cell = figures.cells.get(key);
              return (
                cell && (
                  <GridCell
                    key={dimension.id}
                    cell={cell}
                    position={position.name}
                    dimension={dimension.name}
                    isOpen={view.cell === key}
                    isStop={roving === key}
                    isBack={!stands(cell, view.show)}
                    hint={hints.get(position.id) ?? null}
                    fresh={waiting.fresh.get(key) ?? 0}
                    panelId={panelId}
                    onOpen={onOpen}
                    onFocus={onAt}
                  />
                )
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot {...roles.group}>
        <tr {...roles.row}>
          <th scope="row" {...roles.rowHead}>
            {t("byDimension")}
          </th>
          {dimensions.map((dimension) => {
            const count = figures.byDimension.get(dimension.id) ?? 0;
            return (
              <td key={dimension.id} className="n" {...roles.cell}>
                <i aria-hidden="true" style={{ width: `${(60 * count) / most}%` }} />
                <span>{count}</span>
              </td>
            );
          })}
        </tr>
      </tfoot>
    </table>
  );
}

/** Puts the focus on a cell's button. */
export function focusCell(table: HTMLTableElement | null, key: string): void {
  table?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`)?.focus();
}
