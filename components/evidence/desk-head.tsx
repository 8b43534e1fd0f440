"use client";

import { Download, Inbox, Plus, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSparingly } from "@/components/reading/bar/use-sparingly";
import { Link } from "@/components/ui/link";
import { useEvidenceDesk } from "./desk-context";
import { EvidenceNav } from "./evidence-nav";
import type { Figures } from "./figures";
import { useExport } from "./use-export";
import { type MatrixView, UNPLACED } from "./view";

/** What waits is told of this often at most. Milliseconds. */
const SPOKEN_EVERY = 20_000;

interface DeskHeadProps {
  figures: Figures;
  view: MatrixView;
  onAdd: () => void;
  onTray: () => void;
  onShowNews: () => void;
}

/** What there is, and what can be done with all of it. */
export function DeskHead({ figures, view, onAdd, onTray, onShowNews }: DeskHeadProps) {
  const t = useTranslations("evidence");
  const { courseId, page, waiting, staff } = useEvidenceDesk();
  const { download, isBusy } = useExport();
  const inFrame = (id: string | null, all: readonly { id: string }[]) => all.some((each) => each.id === id);
  const unplaced = page.pieces.filter(
    (piece) =>
      (piece.mine || staff) &&
      !piece.merged &&
      !(inFrame(piece.positionId, page.positions) && inFrame(piece.dimensionId, page.dimensions)),
  ).length;
  const strong = { b: (words: React.ReactNode) => <b className="n">{words}</b> };
  return (
    <>
      <EvidenceNav courseId={courseId} at="matrix" />
      <header className="top">
        <div>
          <h1 className="head-1">{t("head")}</h1>
          <p className="sum">
            {t.rich("summary", {
              count: figures.total,
              readings: figures.readings,
              empty: figures.empty,
              ...strong,
            })}
            {figures.toCheck > 0 && <> {t.rich("toCheck", { count: figures.toCheck, ...strong })}</>}
          </p>
        </div>
        <div className="hb">
          <NewsButton count={waiting.count} onShow={onShowNews} />
          {unplaced > 0 && (
            <button type="button" className="btn" aria-expanded={view.cell === UNPLACED} onClick={onTray}>
              <Inbox className="i s" aria-hidden />
              {t("tray.open", { count: unplaced })}
            </button>
          )}
          <button type="button" className="btn" disabled={isBusy} onClick={download}>
            <Download className="i s" aria-hidden />
            {t("csv")}
          </button>
          <Link className="btn" prefetch={false} href={`/courses/${courseId}/evidence/print`}>
            <Printer className="i s" aria-hidden />
            {t("print.open")}
          </Link>
          {page.canRecord && (
            <button type="button" className="btn" onClick={onAdd}>
              <Plus className="i s" aria-hidden />
              {t("add")} <kbd>e</kbd>
            </button>
          )}
        </div>
      </header>
    </>
  );
}

/** Others' changes wait here until asked for, so that nothing moves under anybody's eyes. */
function NewsButton({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations("evidence.news");
  const spoken = useSparingly(count > 0 ? t("spoken", { count }) : "", SPOKEN_EVERY);
  return (
    <>
      <span className="vh" role="status">
        {spoken}
      </span>
      {count > 0 && (
        <button type="button" className="new" onClick={onShow}>
          <span className="sq wait" aria-hidden />
          {t.rich("show", { count, b: (words) => <b className="n">{words}</b> })}
          <span aria-hidden="true">
            <kbd>r</kbd>
          </span>
        </button>
      )}
    </>
  );
}
