"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNarrow } from "@/components/reading/use-narrow";
import { Dialog } from "@/components/ui/dialog";
import { useEvidenceDesk } from "../desk-context";
import { CONTESTED, type Figures, stands } from "../figures";
import { isFiltered, type MatrixView, unfiltered } from "../view";
import { FilterFields } from "./filter-fields";

interface FilterBarProps {
  view: MatrixView;
  figures: Figures;
  change: (next: Partial<MatrixView>) => void;
}

/** What is looked at, and how to change it; on a narrow screen the changing happens in a sheet. */
export function FilterBar({ view, figures, change }: FilterBarProps) {
  const t = useTranslations("evidence.filter");
  const { page } = useEvidenceDesk();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const cells = [...figures.cells.values()];
  const counts = {
    mine: page.pieces.filter((piece) => piece.mine).length,
    check: figures.toCheck,
    empty: figures.empty,
    contested: cells.filter((cell) => cell.contest >= CONTESTED).length,
  };
  const standing = view.show ? cells.filter((cell) => stands(cell, view.show)).length : null;
  const chips = useChips(view, change);
  const fields = <FilterFields view={view} change={change} counts={counts} keyed={!narrow} />;
  return (
    <>
      <section className="filt" aria-label={t("label")}>
        {narrow ? (
          <button type="button" className="f" onClick={() => setOpen(true)}>
            <SlidersHorizontal className="i s" aria-hidden />
            {t("open")}
            {chips.length > 0 && <span className="n">{chips.length}</span>}
          </button>
        ) : (
          <>
            {fields}
            <Legend />
          </>
        )}
        {narrow &&
          chips.map((chip) => (
            <span key={chip.label} className="chip ev-chip">
              <bdi>{chip.label}</bdi>
              <button type="button" aria-label={t("remove", { filter: chip.label })} onClick={chip.remove}>
                <X className="i s" aria-hidden />
              </button>
            </span>
          ))}
      </section>
      {isFiltered(view) && (
        <p className="ev-hidden" role="status">
          {t("shown", { shown: figures.shown, total: figures.total })}{" "}
          {standing !== null && t("standing", { count: standing, all: cells.length })}{" "}
          <button type="button" className="link" onClick={() => change(unfiltered)}>
            {t("all")}
          </button>
        </p>
      )}
      {narrow && (
        <Dialog kind="sheet" title={t("label")} open={open} onOpenChange={setOpen}>
          <div className="ev-filters">
            {fields}
            <Legend />
            <button type="button" className="btn go" onClick={() => setOpen(false)}>
              {t("show.passages", { count: figures.shown })}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function useChips(view: MatrixView, change: (next: Partial<MatrixView>) => void) {
  const t = useTranslations("evidence.filter");
  const { page } = useEvidenceDesk();
  const reading = page.readings.find(({ id }) => id === view.readingId);
  const group = page.groups.find(({ id }) => id === view.groupId);
  const person = page.voices.find(({ key }) => key === view.by);
  return [
    view.scope !== "class" && {
      label: view.scope === "group" ? (group?.name ?? t("group")) : t("mine"),
      remove: () => change({ scope: "class", groupId: null }),
    },
    view.readingId && {
      label: reading ? `${reading.number} ${reading.title}` : t("reading"),
      remove: () => change({ readingId: null }),
    },
    view.by && { label: person?.name || t("person"), remove: () => change({ by: null }) },
    view.without.length > 0 && {
      label: t("without", { relations: view.without.map((each) => t(`relations.${each}`)).join(", ") }),
      remove: () => change({ without: [] }),
    },
    view.show && { label: t(`show.${view.show}`), remove: () => change({ show: null }) },
  ].filter((chip) => typeof chip === "object" && chip !== null);
}

function Legend() {
  const t = useTranslations("evidence");
  return (
    <p className="leg">
      <span className="vh">{t("legend")}: </span>
      <span>{t("agreed")}</span>
      {[0, 1, 2, 3, 4].map((level) => (
        <i key={level} className={`sh-${level}`} aria-hidden="true" />
      ))}
      <span>{t("split")}</span>
    </p>
  );
}
