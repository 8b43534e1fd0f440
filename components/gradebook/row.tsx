"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useBook } from "./book-context";
import { CellFace, classOf, useCellWords } from "./cell";
import { keyOf, placeOf, type Spot, standsIn } from "./kept-mark";
import type { GradebookAssignment, GradebookRow, View } from "./shapes";
import { totalIn } from "./sorting";
import type { Entry } from "./use-entry";

interface Props {
  row: GradebookRow;
  /** From 1, among all rows of the table, its head's too. */
  rowIndex: number;
  columns: readonly GradebookAssignment[];
  view: View;
  /** The column the cursor is in, where this row is the cursor's. */
  cursor: number | null;
  entry: Entry;
  onPick: (column: number) => void;
}

/** One student's row. */
export function Row({ row, rowIndex, columns, view, cursor, entry, onPick }: Props) {
  const t = useTranslations("gradebook");
  const { courseId } = useBook();
  const words = useCellWords();
  const total = totalIn(row, view);
  return (
    <tr className={cursor === null ? undefined : "cur"} aria-rowindex={rowIndex}>
      <th scope="row">
        <bdi className="nmx">{row.name}</bdi>
      </th>
      <td className="group">{row.groups.map((group) => group.name).join(", ")}</td>
      <td className="tot">
        <span className="va">{total === null ? "–" : t("percent", { n: total })}</span>
      </td>
      {columns.map((assignment, column) => {
        const cell = row.cells[assignment.id];
        if (!cell) return <td key={assignment.id} />;
        const spot: Spot = { student: row, assignment, cell };
        const isTyping =
          entry.typing?.spot.student.id === row.id && entry.typing.spot.assignment.id === assignment.id;
        const key = keyOf(placeOf(spot));
        const waiting = entry.pending(row.id, assignment.id);
        return (
          <td key={assignment.id} className={isTyping ? "editing" : classOf(cell, view)}>
            {isTyping ? (
              <Typing entry={entry} spot={spot} />
            ) : cell.state === "hidden" ? (
              <Link
                className="cel"
                prefetch={false}
                tabIndex={cursor === column ? 0 : -1}
                data-cell={key}
                href={`/courses/${courseId}/grade/${assignment.id}`}
                onFocus={() => onPick(column)}
              >
                <CellFace cell={cell} assignment={assignment} view={view} />
              </Link>
            ) : (
              <button
                type="button"
                className="cel"
                tabIndex={cursor === column ? 0 : -1}
                data-cell={key}
                aria-label={[`${row.name}, ${assignment.title}`, ...words(cell, assignment, view)].join(", ")}
                aria-busy={waiting !== null}
                onFocus={() => onPick(column)}
                onDoubleClick={() => view === "known" && entry.begin(spot, standsIn(cell) ?? "")}
              >
                {waiting === null ? (
                  <CellFace cell={cell} assignment={assignment} view={view} />
                ) : (
                  <span className="va waiting">{waiting}</span>
                )}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Whoever typed the first digit is in it already; once, so that it never takes the focus back from elsewhere. */
const intoIt = (field: HTMLInputElement | null) => field?.focus();

/** The field a mark is typed in, where it will stand. */
function Typing({ entry, spot }: { entry: Entry; spot: Spot }) {
  const t = useTranslations("gradebook");
  const { student, assignment, cell } = spot;
  return (
    <span className="cel">
      <span className="fl">{cell.total !== null && t("was", { total: cell.total })}</span>
      <input
        className="cin"
        data-cell={keyOf(placeOf(spot))}
        ref={intoIt}
        inputMode="decimal"
        aria-label={t("enter", { name: student.name, title: assignment.title, most: assignment.most })}
        aria-invalid={entry.fault !== null}
        aria-describedby={entry.fault ? "mark-fault" : undefined}
        value={entry.typing?.text ?? ""}
        onChange={(event) => entry.type(event.target.value)}
        // Another window may have the focus for a while: it comes back to what is being typed.
        onBlur={() => document.hasFocus() && entry.settle()}
      />
      {entry.fault && (
        <span role="alert" id="mark-fault" className="cell-fault">
          {t(`fault.${entry.fault}`, { most: assignment.most })}
        </span>
      )}
    </span>
  );
}
