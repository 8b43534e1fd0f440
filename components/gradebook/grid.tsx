"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { InSlot } from "@/components/frame/in-slot";
import { type GridPlace, moveOnGrid } from "@/components/ui/grid-moves";
import { roles } from "@/components/ui/grid-roles";
import { useBook } from "./book-context";
import { Foot } from "./foot";
import { Head } from "./head";
import { Row } from "./row";
import type { GradebookRow } from "./shapes";
import type { Showing } from "./showing";
import type { Entry } from "./use-entry";
import { useWindow } from "./use-window";

/** CSS pixels; app/styles/pages/gradebook says the same. */
const ROW = 37;

interface Props {
  rows: readonly GradebookRow[];
  showing: Showing;
  onShow: (next: Partial<Showing>) => void;
  entry: Entry;
}

/** Students by assignments: head, first column and foot stay in sight; one cell at a time is in the order of Tab. */
export function Grid({ rows, showing, onShow, entry }: Props) {
  const t = useTranslations("gradebook");
  const { book, courseId } = useBook();
  const router = useRouter();
  const scroller = useRef<HTMLElement>(null);
  const columns = book.assignments;
  const [cursor, setCursor] = useState<GridPlace>({ row: 0, column: 0 });
  const [goal, setGoal] = useState<GridPlace | null>(null);
  const at = { row: Math.min(cursor.row, Math.max(0, rows.length - 1)), column: cursor.column };
  const { from, to } = useWindow(scroller, rows.length, ROW);

  // A row that was not drawn is brought into sight first, then its cell takes the focus.
  useEffect(() => {
    const element = scroller.current;
    if (!goal || !element) return;
    const cell = element.querySelector<HTMLElement>(`[data-cell="${goal.row}.${goal.column}"]`);
    if (cell) {
      cell.focus();
      setGoal(null);
    } else {
      element.scrollTop = Math.max(0, goal.row * ROW - element.clientHeight / 2);
    }
  });

  const spotAt = ({ row, column }: GridPlace) => {
    const [student, assignment] = [rows[row], columns[column]];
    const cell = student && assignment ? student.cells[assignment.id] : undefined;
    return student && assignment && cell ? { student, assignment, cell } : null;
  };
  const go = (next: GridPlace) => {
    setCursor(next);
    setGoal(next);
  };
  const spot = spotAt(at);
  const mayEnter = spot !== null && showing.view === "known" && spot.cell.state !== "hidden";

  const onTypingKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      entry.leave();
      setGoal(at);
    } else if ((event.key === "Enter" || event.key === "Tab") && entry.commit()) {
      const [down, across] =
        event.key === "Enter" ? [event.shiftKey ? -1 : 1, 0] : [0, event.shiftKey ? -1 : 1];
      const next = { row: at.row + down, column: at.column + across };
      go(spotAt(next) ? next : at);
    } else if (event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
  };

  const onCellKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (metaKey || altKey || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    const size = { rows: rows.length, columns: columns.length };
    const next = moveOnGrid(at, { key, ctrlKey }, size, false);
    if (next) go(next);
    else if (ctrlKey) return;
    else if (mayEnter && spot && /^\d$/.test(key)) entry.begin(spot, key);
    else if (mayEnter && spot && (key === "Enter" || key === "F2")) entry.begin(spot, spot.cell.total ?? "");
    else if (mayEnter && spot && key === "m") entry.take(spot, { kind: "missing" });
    else if (mayEnter && spot && key === "x") entry.take(spot, { kind: "excused" });
    else if (spot && key === "g") {
      const student = spot.cell.state === "hidden" ? "" : `?student=${spot.student.id}`;
      router.push(`/courses/${courseId}/grade/${spot.assignment.id}${student}`);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      {spot && (
        <InSlot id="foot-where">
          <bdi>{spot.student.name}</bdi> × {spot.assignment.title}
        </InSlot>
      )}
      <section className="scroll" ref={scroller} aria-label={t("region")}>
        <table
          className="gb"
          {...roles.grid}
          aria-rowcount={rows.length + 1}
          onKeyDown={entry.typing ? onTypingKey : onCellKey}
        >
          <caption className="vh">{t("caption")}</caption>
          <Head
            columns={columns}
            sorting={showing.sorting}
            onSort={(sorting) => onShow({ sorting })}
            view={showing.view}
          />
          <tbody>
            <Space rows={from} columns={columns.length} />
            {rows.slice(from, to).map((row, index) => (
              <Row
                key={row.id}
                row={row}
                at={from + index}
                columns={columns}
                view={showing.view}
                cursor={at.row === from + index ? at.column : null}
                entry={entry}
                onPick={(column) => setCursor({ row: from + index, column })}
              />
            ))}
            <Space rows={rows.length - to} columns={columns.length} />
            {rows.length === 0 && (
              <tr>
                <td className="nobody" colSpan={columns.length + 3}>
                  {t("nobody")}
                </td>
              </tr>
            )}
          </tbody>
          <Foot columns={columns} rows={rows} view={showing.view} />
        </table>
      </section>
    </>
  );
}

/** The room of rows that are not drawn. */
function Space({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden className="space">
      <td colSpan={columns + 3} style={{ height: rows * ROW }} />
    </tr>
  );
}
