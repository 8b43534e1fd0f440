import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { direction } from "@/domain/reading/direction";
import { estimatedHeight } from "@/domain/reading/shape";
import type { ReadingParagraph } from "../reader-types";
import { Handle } from "./handle";
import { isDrawnInRuns, ParagraphText, Run } from "./paragraph-text";

interface ParagraphProps {
  paragraph: ReadingParagraph;
  /** The version's language. */
  language: string;
  /** A language to show beside the original. */
  beside: string | null;
  canPost: boolean;
}

/** A paragraph of the source. What is written beside it is not part of it: the browser hangs it on by its id. */
export function Paragraph({ paragraph, language, beside, canPost }: ParagraphProps) {
  const t = useTranslations("reader");
  const { id, kind, number, level, position, text } = paragraph;
  const lang = paragraph.language ?? language;
  // What is in the text's own language inherits both.
  const shared = lang === language ? {} : { lang, dir: direction(lang) };
  const translation = paragraph.translations.find((candidate) => candidate.language === beside);
  const other = translation && (
    <p className="beside" lang={translation.language} dir={direction(translation.language)}>
      {translation.text}
    </p>
  );
  if (kind === "heading") {
    const Heading = level === 4 ? "h4" : level === 3 ? "h3" : "h2";
    return (
      <>
        <Heading id={`p-${id}`} data-p={position} {...shared}>
          <Run at={0}>{text}</Run>
        </Heading>
        {other}
      </>
    );
  }
  const name = number === null ? t("caption") : t("paragraph", { number });
  const style: CSSProperties & { "--h": number } = { "--h": estimatedHeight(kind, text) };
  return (
    <div
      className={`p k-${kind}`}
      id={`p-${id}`}
      data-p={position}
      data-n={number ?? undefined}
      role="group"
      aria-label={t("spoken", { name, count: 0, unread: 0 })}
      tabIndex={-1}
    >
      <Handle number={number} canPost={canPost} />
      <div className="body" style={style} data-at={isDrawnInRuns(kind) ? undefined : 0} {...shared}>
        <ParagraphText paragraph={paragraph} />
      </div>
      {other}
    </div>
  );
}
