"use client";

import { MessageSquare, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { citationMark } from "@/domain/prompt/citation";
import { type Chosen, chosenIn } from "./chosen";
import { useDesk } from "./desk-state";

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
