"use client";

import { Clock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { lateness } from "@/components/grading/lateness";
import { useBook } from "./book-context";
import type { Cell, GradebookAssignment, View } from "./shapes";
import { isMissing, shownTotal } from "./showing";

const kinds = {
  none: "no",
  todo: "tg",
  draft: "dr",
  recalled: "dr",
  released: "rel",
  hidden: "no",
} as const;

/** What stands in a cell, in words: what a screen reader says of it. */
export function useCellWords() {
  const t = useTranslations("gradebook");
  const tg = useTranslations("grade");
  const format = useFormatter();
  const { timeZone } = useBook();
  return (cell: Cell, assignment: GradebookAssignment, view: View): string[] => {
    if (!assignment.opened && cell.version === 0) return [t("unopened")];
    if (cell.state === "hidden") return [t("cell.blind")];
    if (view === "theirs" && cell.state !== "released") return [t("cell.notYet")];
    const { unit, count } = lateness(cell.lateBy);
    return [
      cell.standing === "excused" ? t("cell.excused") : tg(`state.${cell.state}`),
      shownTotal(cell, view) ?? "",
      isMissing(cell) ? t("cell.missing") : "",
      cell.lateBy > 0 ? tg(`late.long.${unit}`, { count }) : "",
      cell.extendedTo
        ? t("cell.till", { when: format.dateTime(cell.extendedTo, { dateStyle: "medium", timeZone }) })
        : "",
      cell.changed ? t("legend.changed") : "",
      cell.askedAt ? t("cell.asked") : "",
    ].filter(Boolean);
  };
}

/** How a cell is drawn: its class, so that the whole of it is hatched or marked. */
export const classOf = (cell: Cell, view: View): string =>
  [
    kinds[cell.state],
    view === "known" && isMissing(cell) ? "mis" : "",
    cell.standing === "excused" ? "exc" : "",
    cell.changed ? "chg" : "",
  ]
    .filter(Boolean)
    .join(" ");

/** One student in one assignment: points, or the state they are in. What it means is said by the cell's label. */
export function CellFace({
  cell,
  assignment,
  view,
}: {
  cell: Cell;
  assignment: GradebookAssignment;
  view: View;
}) {
  const t = useTranslations("gradebook");
  const isHeldBack = view === "theirs" && cell.state !== "released";
  if (cell.state === "hidden") return <span className="gh va">{t("cell.blind")}</span>;
  if (!assignment.opened && cell.version === 0) return null;
  if (isHeldBack) return <span className="gh va">{t("cell.notYet")}</span>;
  const isDraft = cell.state === "draft" || cell.state === "recalled";
  return (
    <>
      <span className="fl">
        <Flag cell={cell} />
      </span>
      <span className="va">
        {cell.standing === "excused" ? (
          <em>{t("cell.excused")}</em>
        ) : cell.state === "todo" ? (
          <i className="ring" />
        ) : (
          (cell.total ?? (isDraft ? "–" : ""))
        )}
        {isDraft && <i className="o" />}
      </span>
    </>
  );
}

function Flag({ cell }: { cell: Cell }) {
  const t = useTranslations("gradebook");
  const tg = useTranslations("grade");
  const format = useFormatter();
  const { timeZone } = useBook();
  if (cell.askedAt) return t("cell.askedShort");
  if (isMissing(cell)) return t("cell.missing");
  if (cell.extendedTo && cell.state !== "released") {
    return t("cell.till", {
      when: format.dateTime(cell.extendedTo, { day: "numeric", month: "short", timeZone }),
    });
  }
  if (cell.lateBy === 0) return null;
  const { unit, count } = lateness(cell.lateBy);
  return (
    <>
      <Clock className="i s" aria-hidden />
      {tg(`late.short.${unit}`, { count })}
    </>
  );
}
