"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { ReadingWork } from "@/components/grading/grading-types";
import { blocksOf, numbersOf } from "./blocks";

const wide = (n: number): CSSProperties & { "--n": number } => ({ "--n": n });
const high = (h: number): CSSProperties & { "--h": number } => ({ "--h": h });

/** Where in a reading the student wrote: the letters of their comments over the paragraphs they are on. */
export function Spread({ reading }: { reading: ReadingWork }) {
  const t = useTranslations("grade.work");
  const blocks = blocksOf(reading.paragraphs).filter((block) =>
    block.paragraphs.some((paragraph) => paragraph.number !== null),
  );
  return (
    <span className="spread">
      {blocks.map(({ kind, paragraphs }) => {
        const first = paragraphs[0];
        if (!first) return null;
        const letters = paragraphs.flatMap((paragraph) => paragraph.glosses.map((gloss) => gloss.letter));
        const numbers = numbersOf(paragraphs);
        return (
          <a
            key={first.id}
            href={`#p-${first.id}`}
            className={kind === "commented" ? "w" : "el"}
            style={wide(Math.min(paragraphs.length, 6))}
            aria-label={
              kind === "commented"
                ? t("spreadOf", { numbers, letters: letters.join(", ") })
                : t("spreadNone", { numbers })
            }
          >
            <b>{letters.length > 3 ? `${letters[0]}–${letters.at(-1)}` : letters.join("")}</b>
            <span>
              <i style={high(Math.min(1, letters.length / 3))} />
            </span>
            <em>{numbers.replace("¶", "")}</em>
          </a>
        );
      })}
    </span>
  );
}
