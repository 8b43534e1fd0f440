"use client";

import { useTranslations } from "next-intl";
import type { GradebookAssignment, GradebookRow, View } from "./shapes";
import { medianOf, shownTotal } from "./showing";
import { totalIn } from "./sorting";

const digits = (value: number) => String(Math.round(value * 100) / 100);

/** The middle of each column, and every mark on its scale. */
export function Foot({
  columns,
  rows,
  view,
  rowIndex,
}: {
  columns: readonly GradebookAssignment[];
  rows: readonly GradebookRow[];
  view: View;
  /** From 1, among all rows of the table. */
  rowIndex: number;
}) {
  const t = useTranslations("gradebook");
  const total = medianOf(rows.flatMap((row) => totalIn(row, view) ?? []));
  return (
    <tfoot>
      <tr aria-rowindex={rowIndex}>
        <th scope="row">
          {t("median")} <span>{t("medianOf")}</span>
        </th>
        <td className="group" />
        <td className="tot">
          <b>{total === null ? "–" : t("percent", { n: digits(total) })}</b>
        </td>
        {columns.map((column) => {
          const given = rows.flatMap((row) => {
            const cell = row.cells[column.id];
            const shown = cell && cell.standing !== "excused" ? shownTotal(cell, view) : null;
            return shown === null ? [] : [Number(shown)];
          });
          const middle = medianOf(given);
          return (
            <td key={column.id}>
              {middle !== null && (
                <span className="ftc">
                  <span className="lbl">
                    <Rug given={given} middle={middle} most={Number(column.most)} />
                  </span>
                  <b>{digits(middle)}</b>
                </span>
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function Rug({ given, middle, most }: { given: readonly number[]; middle: number; most: number }) {
  const at = (value: number) => Math.min(99.5, Math.max(0.5, (value / most) * 100));
  const places = [...new Set(given.map((value) => Math.round(at(value) * 2) / 2))];
  return (
    <svg className="rug" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 11.5H100" className="ax" />
      {places.map((place) => (
        <path key={place} d={`M${place} 4V11`} />
      ))}
      <path className="md" d={`M${at(middle)} 0V12`} />
    </svg>
  );
}
