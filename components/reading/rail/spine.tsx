import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { miniatureLines } from "@/domain/reading/miniature";
import { linesOf } from "@/domain/reading/shape";
import type { ReadingPage, ReadingParagraph } from "../reader-types";

/** The contents with the text in miniature, drawn on the server; the browser writes its talk on it. */
export function Spine({ page }: { page: ReadingPage }) {
  const t = useTranslations("rail");
  return (
    <nav className="spine" aria-label={t("spine")}>
      <div className="spine-h" aria-hidden>
        <span className="label">{t("contents")}</span>
        <span className="label">{t("talk")}</span>
      </div>
      <div className="spine-list" id="spine">
        {page.paragraphs.map((paragraph) =>
          paragraph.kind === "heading" ? (
            <a className="sp-h" href={`#p-${paragraph.id}`} key={paragraph.position} lang={page.language}>
              {paragraph.text}
            </a>
          ) : (
            <Miniature key={paragraph.position} paragraph={paragraph} />
          ),
        )}
        <span className="view" hidden />
      </div>
    </nav>
  );
}

function Miniature({ paragraph }: { paragraph: ReadingParagraph }) {
  const t = useTranslations("reader");
  const { id, kind, number, position, text } = paragraph;
  const lines = miniatureLines(linesOf(text));
  const style: CSSProperties & { "--lines": number } = { "--lines": lines };
  const name = number === null ? t("caption") : t("paragraph", { number });
  return (
    <a
      className={kind === "quote" ? "sp in" : "sp"}
      style={style}
      href={`#p-${id}`}
      data-p={position}
      data-length={text.length}
      data-lines={lines}
      aria-label={name}
    >
      <span className="no">{number}</span>
      <span className="mini" />
      <span className="who" />
      <span className="ct" />
    </a>
  );
}
