"use client";

import { MessageSquare, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { describePassage } from "@/domain/anchor/passage";
import { citationMark } from "@/domain/prompt/citation";
import { useDesk } from "./desk-state";
import { offsetIn, paragraphElement, paragraphIdOf } from "./dom-range";
import type { Place, ReadingPage } from "./reader-types";

interface Chosen {
  place: Place;
  top: number;
  left: number;
}

/** What is selected, as a passage of one paragraph: a selection that runs on into the next ends with the first. */
function chosenIn(page: ReadingPage): Chosen | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const paragraphId = paragraphIdOf(range.startContainer);
  const element = paragraphId && paragraphElement(paragraphId);
  const text = page.paragraphs.find((paragraph) => paragraph.id === paragraphId)?.text;
  if (!element || text === undefined) return null;
  const start = offsetIn(element, range.startContainer, range.startOffset);
  const end = element.contains(range.endContainer)
    ? offsetIn(element, range.endContainer, range.endOffset)
    : text.length;
  const passage = describePassage(text, start, end);
  if (!passage) return null;
  const rects = range.getClientRects();
  const box = rects[rects.length - 1] ?? range.getBoundingClientRect();
  return {
    place: { paragraphId, passage: { start: passage.start, end: passage.end, quote: passage.quote } },
    top: box.bottom + window.scrollY + 8,
    left: Math.max(8, Math.min(box.right + window.scrollX - 40, window.innerWidth - 220)),
  };
}

/** By the selection: comment on it, or copy its citation. */
export function Adder() {
  const t = useTranslations("reader");
  const { page, write, canPost } = useDesk();
  const [chosen, setChosen] = useState<Chosen | null>(null);

  useEffect(() => {
    const follow = () => setChosen(chosenIn(page));
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [page]);

  if (!chosen) return null;
  const number = page.paragraphs.find((paragraph) => paragraph.id === chosen.place.paragraphId)?.number;
  const keepSelection = (event: React.PointerEvent) => event.preventDefault();
  return (
    <div
      className="adder"
      style={{ top: chosen.top, left: chosen.left }}
      role="toolbar"
      aria-label={t("selection")}
    >
      {canPost && (
        <button
          type="button"
          onPointerDown={keepSelection}
          onClick={() => {
            write(chosen.place);
            window.getSelection()?.removeAllRanges();
          }}
        >
          <MessageSquare className="i" aria-hidden />
          {t("comment")} <kbd>c</kbd>
        </button>
      )}
      {number && (
        <button
          type="button"
          onPointerDown={keepSelection}
          onClick={async () => {
            await navigator.clipboard?.writeText(citationMark(page.position, number));
            toast(t("citationCopied"));
          }}
        >
          <Quote className="i" aria-hidden />
          {t("copyCitation")}
        </button>
      )}
    </div>
  );
}
