"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { NewComment } from "@/components/comment/new-comment";
import { ThreadCard } from "@/components/comment/thread-card";
import { useDesk } from "./desk-state";
import { MarginNotes } from "./margin-notes";
import { type MarginCard, useMarginLayout } from "./use-margin-layout";

/** The card of the comment being written has no thread yet. */
const NEW = "new";

/** The threads, each at the height of its passage; on a narrow screen those of one paragraph, in a sheet. */
export function Margin() {
  const t = useTranslations("reader");
  const { page, shown, held, writing, sheet, backToText, write, canPost } = useDesk();
  const element = useRef<HTMLElement>(null);

  const cards = useMemo(() => {
    const order = new Map(page.paragraphs.map((paragraph, index) => [paragraph.id, index]));
    const all: MarginCard[] = shown.map(({ root }) => ({ id: root.id, place: root }));
    if (writing) all.push({ id: NEW, place: writing });
    const at = ({ place }: MarginCard) =>
      place.paragraphId === null ? -1 : (order.get(place.paragraphId) ?? -1);
    return all.sort(
      (a, b) => at(a) - at(b) || (a.place.passage?.start ?? -1) - (b.place.passage?.start ?? -1),
    );
  }, [page.paragraphs, shown, writing]);
  const places = useMarginLayout(element, cards, writing ? NEW : held);

  const number = page.paragraphs.find((paragraph) => paragraph.id === sheet)?.number;
  const where = sheet === "reading" || !number ? t("wholeReading") : t("paragraph", { number });
  return (
    <aside className="margin" ref={element} aria-label={t("threads")}>
      <div className="sheetbar">
        <b>{where}</b>
        {sheet && sheet !== "reading" && canPost && !writing && (
          <button type="button" className="btn" onClick={() => write({ paragraphId: sheet, passage: null })}>
            {t("comment")}
          </button>
        )}
        <button type="button" className="iconb pg" aria-label={t("closeSheet")} onClick={backToText}>
          <X className="i" aria-hidden />
        </button>
      </div>
      {cards.length === 0 && <MarginNotes />}
      {cards.map(({ id, place }) => {
        const thread = shown.find((candidate) => candidate.root.id === id);
        const inSheet = (place.paragraphId ?? "reading") === sheet && (!writing || id === NEW);
        const shared = { top: places.get(id), inSheet };
        return thread ? (
          <ThreadCard key={id} thread={thread} {...shared} />
        ) : (
          writing && (
            <NewComment
              key={`${NEW} ${writing.paragraphId} ${writing.passage?.start}`}
              place={writing}
              {...shared}
            />
          )
        );
      })}
    </aside>
  );
}
