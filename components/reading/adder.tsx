"use client";

import { Highlighter, MessageSquare, Quote, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { MAX_SPANS } from "@/domain/comment/comment";
import { citationMark } from "@/domain/prompt/citation";
import { chosenIn, tooLong } from "./chosen";
import { useDesk } from "./desk-state";
import { numberOf } from "./dom-range";
import { evidencePlaceOf } from "./evidence/place-of";
import type { Place } from "./reader-types";
import { useHighlightPassage } from "./use-highlight-passage";

/** Of all its buttons, in pixels; somewhat more than it needs. */
const WIDTH = 440;

interface Standing {
  /** Null where more is selected than a passage may hold. */
  place: Place | null;
  top: number;
  left: number;
}

/** Below the last line of the selection, in sight. */
function standingAt({ place, range }: { place: Place | null; range: Range }): Standing {
  const rects = range.getClientRects();
  const box = rects[rects.length - 1] ?? range.getBoundingClientRect();
  return {
    place,
    top: Math.min(box.bottom, window.innerHeight - 90) + window.scrollY + 8,
    left: Math.max(8, Math.min(box.right + window.scrollX - 40, window.innerWidth - WIDTH)),
  };
}

/** By the selection, or, where a finger selects, docked below: what can be made of it. */
export function Adder() {
  const t = useTranslations("reader");
  const { page, write, gather, canPost } = useDesk();
  const highlight = useHighlightPassage();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [touch, setTouch] = useState(false);

  useEffect(() => {
    setTouch(window.matchMedia("(pointer: coarse)").matches);
    const follow = () => {
      const long = tooLong();
      const chosen = long ? { place: null, range: long } : chosenIn();
      setStanding(chosen && standingAt(chosen));
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, []);

  if (!standing) return null;
  const { place } = standing;
  const where = touch
    ? { className: "adder dock" }
    : { className: "adder", style: { top: standing.top, left: standing.left } };
  if (!place) {
    return (
      <p {...where} role="status">
        {t("tooLong", { most: MAX_SPANS + 1 })}
      </p>
    );
  }
  const number = numberOf(place.paragraphId);
  const evidence = evidencePlaceOf(page.id, place);
  const keepSelection = (event: React.PointerEvent) => event.preventDefault();
  const act = (how: () => void) => () => {
    how();
    window.getSelection()?.removeAllRanges();
  };
  return (
    <div {...where} role="toolbar" aria-label={t("selection")}>
      {canPost && (
        <>
          <button type="button" onPointerDown={keepSelection} onClick={act(() => write(place))}>
            <MessageSquare className="i" aria-hidden />
            {t("comment")} <kbd>c</kbd>
          </button>
          <button
            type="button"
            title={t("highlightHint")}
            onPointerDown={keepSelection}
            onClick={act(() => highlight(place))}
          >
            <Highlighter className="i" aria-hidden />
            {t("highlight")} <kbd>h</kbd>
          </button>
          {evidence && (
            <button
              type="button"
              onPointerDown={keepSelection}
              onClick={act(() => gather({ place: evidence, piece: null }))}
            >
              <Scale className="i" aria-hidden />
              {t("evidence.act")} <kbd>e</kbd>
            </button>
          )}
        </>
      )}
      {number && (
        <button
          type="button"
          onPointerDown={keepSelection}
          onClick={act(async () => {
            await navigator.clipboard?.writeText(citationMark(page.position, number));
            toast(t("citationCopied"));
          })}
        >
          <Quote className="i" aria-hidden />
          {t("copyCitation")}
        </button>
      )}
    </div>
  );
}
