"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBook } from "./book-context";
import { useCellWords } from "./cell";
import type { GradebookAssignment, GradebookRow, View } from "./shapes";
import { shownTotal } from "./showing";
import { totalIn } from "./sorting";
import type { Entry, Spot } from "./use-entry";

/** On a phone: one student at a time. */
export function OneStudent({
  rows,
  view,
  entry,
}: {
  rows: readonly GradebookRow[];
  view: View;
  entry: Entry;
}) {
  const t = useTranslations("gradebook");
  const { book } = useBook();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, rows.length - 1);
  const row = rows[at];
  if (!row) return <p className="one nobody">{t("nobody")}</p>;
  const total = totalIn(row, view);
  const { categories } = book.categories;
  const named = categories.map(({ id, name }) => ({ id: id as string | null, name }));
  const parts = categories.length === 0 ? [] : [...named, { id: null, name: t("categories.none") }];
  return (
    <section className="one" aria-label={t("oneStudent")}>
      <header className="o-h">
        <button
          type="button"
          className="iconb"
          aria-label={t("previous")}
          disabled={at === 0}
          onClick={() => setWanted(at - 1)}
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
          disabled={at === rows.length - 1}
          onClick={() => setWanted(at + 1)}
        >
          <ChevronRight className="i" aria-hidden />
        </button>
      </header>
      {parts.length === 0 ? (
        <List row={row} columns={book.assignments} view={view} entry={entry} />
      ) : (
        parts.map(({ id, name }) => {
          const columns = book.assignments.filter(({ categoryId }) => categoryId === id);
          if (columns.length === 0) return null;
          return (
            <div key={id ?? ""}>
              <h3 className="kick">{name}</h3>
              <List row={row} columns={columns} view={view} entry={entry} />
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
}

function List({ row, columns, view, entry }: ListProps) {
  const t = useTranslations("gradebook");
  const { courseId } = useBook();
  const words = useCellWords();
  /** Whose field was just left: the button that stands there again takes the focus. */
  const [left, setLeft] = useState<string | null>(null);
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
                  if (entry.commit()) setLeft(assignment.id);
                }}
                onKeyDown={(event) => {
                  if (event.key !== "Escape") return;
                  entry.leave();
                  setLeft(assignment.id);
                }}
              >
                <input
                  className="cin"
                  // It was opened to be typed in.
                  ref={selectOnce}
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
                      setLeft(assignment.id);
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
                ref={(button) => {
                  if (!button || left !== assignment.id) return;
                  button.focus();
                  setLeft(null);
                }}
                disabled={isHidden || view === "theirs"}
                aria-label={t("change", { title: assignment.title, total: shown })}
                onClick={() => entry.begin(spot, cell.total ?? "")}
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
