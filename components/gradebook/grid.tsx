"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { InSlot } from "@/components/frame/in-slot";
import { type GridPlace, moveOnGrid } from "@/components/ui/grid-moves";
import { roles } from "@/components/ui/grid-roles";
import { useBook } from "./book-context";
import { Foot } from "./foot";
import { Head } from "./head";
import { keyOf, standsIn } from "./kept-mark";
import { Row } from "./row";
import type { GradebookRow } from "./shapes";
import type { Showing } from "./showing";
import type { Cursor } from "./use-cursor";
import type { Entry } from "./use-entry";
import { keepClear, pageOf, partsDrawn, useWindow } from "./use-window";

/** CSS pixels; app/styles/pages/gradebook says the same. */
const ROW = 37;

/** Before the assignments: the student, the group, what it comes to. */
const BEFORE = 3;

interface Props {
  rows: readonly GradebookRow[];
  showing: Showing;
  onShow: (next: Partial<Showing>) => void;
  entry: Entry;
  cursor: Cursor;
}

/** Students by assignments: head, first column and foot stay in sight; one cell at a time is in the order of Tab. */
export function Grid({ rows, showing, onShow, entry, cursor }: Props) {
  const t = useTranslations("gradebook");
  const { book, courseId } = useBook();
  const router = useRouter();
  const scroller = useRef<HTMLElement>(null);
  /** The student in whose row the focus is. */
  const focused = useRef<string | null>(null);
  const columns = book.assignments;
  const { at, goal } = cursor;
  const seen = useWindow(scroller, rows.length, ROW);
  const heads = book.categories.categories.length > 0 ? 2 : 1;

  // The cursor's row is drawn wherever it is, and the browser scrolls to what takes the focus.
  useEffect(() => {
    if (!goal || !scroller.current?.offsetParent) return;
    keepClear(scroller.current);
    scroller.current.querySelector<HTMLElement>(`[data-cell="${keyOf(goal)}"]`)?.focus();
    cursor.reached();
  });

  // A row that a filter no longer shows takes the focus with it: the row that stands in its place has it next.
  useEffect(() => {
    const isGone = focused.current !== null && !rows.some(({ id }) => id === focused.current);
    if (!isGone) return;
    focused.current = null;
    if (document.activeElement === document.body) cursor.go(at);
  });

  const spotAt = ({ row, column }: GridPlace) => {
    const [student, assignment] = [rows[row], columns[column]];
    const cell = student && assignment ? student.cells[assignment.id] : undefined;
    return student && assignment && cell ? { student, assignment, cell } : null;
  };
  const spot = spotAt(at);
  const mayEnter = spot !== null && showing.view === "known" && spot.cell.state !== "hidden";

  const onTypingKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      entry.leave();
      cursor.go(at);
    } else if ((event.key === "Enter" || event.key === "Tab") && entry.commit()) {
      const [down, across] =
        event.key === "Enter" ? [event.shiftKey ? -1 : 1, 0] : [0, event.shiftKey ? -1 : 1];
      const next = { row: at.row + down, column: at.column + across };
      cursor.go(spotAt(next) ? next : at);
    } else if (event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
  };

  const onCellKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (altKey || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === "z") {
      entry.undo();
      event.preventDefault();
    }
    if (metaKey) return;
    const size = { rows: rows.length, columns: columns.length };
    const next =
      pageOf(scroller.current, ROW, at, key, size.rows) ?? moveOnGrid(at, { key, ctrlKey }, size, false);
    if (next) cursor.go(next);
    else if (ctrlKey) return;
    else if (mayEnter && spot && /^\d$/.test(key)) entry.begin(spot, key);
    else if (mayEnter && spot && (key === "Enter" || key === "F2"))
      entry.begin(spot, standsIn(spot.cell) ?? "");
    else if (mayEnter && spot && key === "m") entry.take(spot, { kind: "missing" });
    else if (mayEnter && spot && key === "x") entry.take(spot, { kind: "excused" });
    else if (spot && key === "g") {
      const student = spot.cell.state === "hidden" ? "" : `?student=${spot.student.id}`;
      router.push(`/courses/${courseId}/grade/${spot.assignment.id}${student}`);
    } else return;
    event.preventDefault();
  };

  const isTyping = (event: KeyboardEvent) => event.target instanceof HTMLInputElement;
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) focused.current = null;
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
          aria-rowcount={heads + rows.length + 1}
          aria-colcount={BEFORE + columns.length}
          onKeyDown={(event) => (isTyping(event) ? onTypingKey(event) : onCellKey(event))}
          onBlur={onBlur}
        >
          <caption className="vh">{t("caption")}</caption>
          <Head
            columns={columns}
            sorting={showing.sorting}
            onSort={(sorting) => onShow({ sorting })}
            view={showing.view}
          />
          <tbody>
            {partsDrawn(seen, at.row, rows.length).map(({ from, to, drawn }) =>
              drawn ? (
                rows.slice(from, to).map((row, index) => (
                  <Row
                    key={row.id}
                    row={row}
                    rowIndex={heads + from + index + 1}
                    columns={columns}
                    view={showing.view}
                    cursor={at.row === from + index ? at.column : null}
                    entry={entry}
                    onPick={(column) => {
                      focused.current = row.id;
                      cursor.stand({ row: from + index, column });
                    }}
                  />
                ))
              ) : (
                <tr key={`space-${from}`} aria-hidden className="space">
                  <td colSpan={columns.length + BEFORE} style={{ height: (to - from) * ROW }} />
                </tr>
              ),
            )}
            {rows.length === 0 && (
              <tr>
                <td className="nobody" colSpan={columns.length + BEFORE}>
                  {t("nobody")}
                </td>
              </tr>
            )}
          </tbody>
          <Foot columns={columns} rows={rows} view={showing.view} rowIndex={heads + rows.length + 1} />
        </table>
      </section>
    </>
  );
}
