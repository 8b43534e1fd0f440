"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { useBook } from "./book-context";
import { useCellWords } from "./cell";
import { placeOf, type Spot, standsIn } from "./kept-mark";
import type { GradebookAssignment, GradebookRow, View } from "./shapes";
import { shownTotal } from "./showing";
import { totalIn } from "./sorting";
import type { Cursor } from "./use-cursor";
import type { Entry } from "./use-entry";

/** On a phone: one student at a time. */
export function OneStudent({
  rows,
  view,
  entry,
  cursor,
}: {
  rows: readonly GradebookRow[];
  view: View;
  entry: Entry;
  cursor: Cursor;
}) {
  const t = useTranslations("gradebook");
  const { book } = useBook();
  const section = useRef<HTMLElement>(null);
  const { goal } = cursor;
  const at = cursor.at.row;
  const row = rows[at];
  useEffect(() => {
    if (!goal || !section.current?.offsetParent) return;
    section.current.querySelector<HTMLElement>(`[data-mark="${goal.assignmentId}"]`)?.focus();
    cursor.reached();
  });
  const turnTo = (next: number) => {
    if (rows[next]) cursor.stand({ row: next, column: cursor.at.column });
  };
  if (!row) return <p className="one nobody">{t("nobody")}</p>;
  const total = totalIn(row, view);
  const { categories } = book.categories;
  const named = categories.map(({ id, name }) => ({ id: id as string | null, name }));
  const parts = categories.length === 0 ? [] : [...named, { id: null, name: t("categories.none") }];
  return (
    <section className="one" ref={section} aria-label={t("oneStudent")}>
      <header className="o-h">
        <button
          type="button"
          className="iconb"
          aria-label={t("previous")}
          aria-disabled={at === 0 || undefined}
          onClick={() => turnTo(at - 1)}
        >
          <ChevronLeft className="i" aria-hidden />
        </button>
        <div>
          <h2 className="head-2">
            <bdi>{row.name}</bdi>
          </h2>
          <p className="soft" role="status">
            {t("place", { at: at + 1, all: rows.length })}
            {total !== null && ` · ${t("sort.total")} ${t("percent", { n: total })}`}
          </p>
        </div>
        <button
          type="button"
          className="iconb"
          aria-label={t("next")}
          aria-disabled={at === rows.length - 1 || undefined}
          onClick={() => turnTo(at + 1)}
        >
          <ChevronRight className="i" aria-hidden />
        </button>
      </header>
      {parts.length === 0 ? (
        <List row={row} columns={book.assignments} view={view} entry={entry} cursor={cursor} />
      ) : (
        parts.map(({ id, name }) => {
          const columns = book.assignments.filter(({ categoryId }) => categoryId === id);
          if (columns.length === 0) return null;
          return (
            <div key={id ?? ""}>
              <h3 className="kick">{name}</h3>
              <List row={row} columns={columns} view={view} entry={entry} cursor={cursor} />
            </div>
          );
        })
      )}
    </section>
  );
}

/** Into the field, so that what is typed stands in place of what stood there. */
const selectOnce = (field: HTMLInputElement | null) => {
  field?.focus();
  field?.select();
};

interface ListProps {
  row: GradebookRow;
  columns: readonly GradebookAssignment[];
  view: View;
  entry: Entry;
  cursor: Cursor;
}

function List({ row, columns, view, entry, cursor }: ListProps) {
  const t = useTranslations("gradebook");
  const { courseId } = useBook();
  const words = useCellWords();
  return (
    <ol className="o-l">
      {columns.map((assignment) => {
        const cell = row.cells[assignment.id];
        if (!cell) return null;
        const spot: Spot = { student: row, assignment, cell };
        const [state, ...more] = words(cell, assignment, view).filter((word) => word !== cell.total);
        const { typing } = entry;
        const isTyping = typing?.spot.student.id === row.id && typing.spot.assignment.id === assignment.id;
        const shown = entry.pending(row.id, assignment.id) ?? shownTotal(cell, view) ?? "–";
        const backToIt = () => cursor.goTo(placeOf(spot));
        const isHidden = cell.state === "hidden";
        return (
          <li key={assignment.id} className={isTyping ? "ed" : undefined}>
            <div>
              <Link
                prefetch={false}
                className="an"
                href={`/courses/${courseId}/grade/${assignment.id}${isHidden ? "" : `?student=${row.id}`}`}
              >
                {assignment.title} <span className="faint">{t("of", { most: assignment.most })}</span>
              </Link>
              <p className="faint">{[state, ...more].join("; ")}</p>
            </div>
            {isTyping ? (
              <form
                className="o-e"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (entry.commit()) backToIt();
                }}
                onKeyDown={(event) => {
                  if (event.key !== "Escape") return;
                  entry.leave();
                  backToIt();
                }}
              >
                <input
                  className="cin"
                  // It was opened to be typed in.
                  ref={selectOnce}
                  data-mark={assignment.id}
                  inputMode="decimal"
                  aria-label={t("enter", { name: row.name, title: assignment.title, most: assignment.most })}
                  aria-invalid={entry.fault !== null}
                  aria-describedby={entry.fault ? `fault-${assignment.id}` : undefined}
                  value={typing.text}
                  onChange={(event) => entry.type(event.target.value)}
                />
                {entry.fault && (
                  <p role="alert" className="err" id={`fault-${assignment.id}`}>
                    {t(`fault.${entry.fault}`, { most: assignment.most })}
                  </p>
                )}
                <p className="e-a">
                  <button
                    type="button"
                    className="btn bare"
                    onClick={() => {
                      entry.leave();
                      backToIt();
                    }}
                  >
                    {t("reason.leave")}
                  </button>
                  <button type="submit" className="btn go">
                    {t("save")}
                  </button>
                </p>
              </form>
            ) : (
              <button
                type="button"
                className="btn val"
                data-mark={assignment.id}
                disabled={isHidden || view === "theirs"}
                aria-label={t("change", { title: assignment.title, total: shown })}
                onClick={() => entry.begin(spot, standsIn(cell) ?? "")}
              >
                {shown}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
