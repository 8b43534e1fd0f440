"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDigest } from "@/components/reading/data/use-digest";
import { useDesk } from "@/components/reading/desk-state";

interface ParagraphBarProps {
  position: number;
  /** The ¶ number; 0 for what has none. */
  number: number;
}

/** Above a paragraph's threads: how much is there, the paragraphs before and after that are talked about, and the way out. */
export function ParagraphBar({ position, number }: ParagraphBarProps) {
  const t = useTranslations("comment.list");
  const { tallies } = useDigest();
  const { openParagraph, backToText } = useDesk();
  const [, threads = 0, comments = 0] = tallies.find(([at]) => at === position) ?? [];
  const talkedAbout = tallies.map(([at]) => at).sort((a, b) => a - b);
  const before = talkedAbout.findLast((at) => at < position);
  const after = talkedAbout.find((at) => at > position);
  return (
    <div className="sheetbar">
      <h2>
        <b>{t("name", { number })}</b>
        <span>{threads > 0 && t("counts", { threads, comments })}</span>
      </h2>
      <span className="pg">
        <button
          type="button"
          className="mb"
          aria-label={t("before")}
          disabled={before === undefined}
          onClick={() => before !== undefined && openParagraph(before)}
        >
          <ChevronLeft className="i" aria-hidden />
        </button>
        <button
          type="button"
          className="mb"
          aria-label={t("after")}
          disabled={after === undefined}
          onClick={() => after !== undefined && openParagraph(after)}
        >
          <ChevronRight className="i" aria-hidden />
        </button>
        <button type="button" className="mb" aria-label={t("close")} onClick={backToText}>
          <X className="i" aria-hidden />
        </button>
      </span>
    </div>
  );
}
