"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { pickedPlace, step, wordsOf } from "@/domain/reading/words";
import { useDesk } from "./desk-state";
import { paragraphElement, rangeIn, textOf } from "./dom-range";
import { evidencePlaceOf } from "./evidence/place-of";

interface WordPickerProps {
  paragraphId: string;
  onDone: () => void;
}

/** Choosing a passage by keys: arrows move by word, with shift they extend, Enter comments, e puts it to work, Escape leaves. */
export function WordPicker({ paragraphId, onDone }: WordPickerProps) {
  const t = useTranslations("reader");
  const { page, write, gather, announce } = useDesk();
  const { text, words } = useMemo(() => {
    const element = paragraphElement(paragraphId);
    const language =
      (element?.querySelector("[lang]") ?? element)?.closest("[lang]")?.getAttribute("lang") ?? "und";
    const canonical = element ? textOf(element) : "";
    return { text: canonical, words: wordsOf(canonical, language) };
  }, [paragraphId]);
  const [pick, setPick] = useState({ from: 0, to: 0 });
  const place = pickedPlace(pick, words);
  const quote = place ? text.slice(place.start, place.end) : "";

  useEffect(() => announce(quote ? t("picked", { words: quote }) : t("noWords")), [announce, quote, t]);

  useEffect(() => {
    const element = paragraphElement(paragraphId);
    const range = element && place && rangeIn(element, place.start, place.end);
    if (range && "highlights" in CSS) CSS.highlights.set("gl-pick", new Highlight(range));
    return () => {
      if ("highlights" in CSS) CSS.highlights.delete("gl-pick");
    };
  }, [paragraphId, place]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
      if (by) setPick((current) => step(current, by, event.shiftKey, words.length));
      else if (event.key === "Enter" || event.key === "c") {
        if (place) write({ paragraphId, passage: { ...place, quote } });
        onDone();
      } else if (event.key === "e") {
        const evidence = place && evidencePlaceOf(page.id, { paragraphId, passage: { ...place, quote } });
        onDone();
        if (evidence) gather({ place: evidence, piece: null });
      } else if (event.key === "Escape") onDone();
      else {
        // The focus leaves the paragraph: what is typed next is meant for something else.
        if (event.key === "Tab") onDone();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    // In the capture phase: while a passage is being chosen the page's own keys wait.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [gather, onDone, page.id, paragraphId, place, quote, words.length, write]);

  return (
    <div className="picker" aria-hidden>
      <kbd>←</kbd> <kbd>→</kbd> {t("pickMove")} <kbd>⇧</kbd> {t("pickExtend")} <kbd>↵</kbd> {t("comment")}{" "}
      <kbd>e</kbd> {t("evidence.act")} <kbd>esc</kbd> {t("pickLeave")}
    </div>
  );
}
