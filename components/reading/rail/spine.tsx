import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { heatOf, miniatureLines } from "@/domain/reading/miniature";
import { linesOf } from "@/domain/reading/shape";
import type { ReadingPage, ReadingParagraph } from "../reader-types";
import { noTalk, type Talk, talkByPosition } from "../text/talk";
import { marksByPosition, strokesCss } from "./strokes";

/** The contents with the text in miniature and its talk, drawn on the server; the browser writes changes on it. */
export function Spine({ page }: { page: ReadingPage }) {
  const t = useTranslations("rail");
  const talk = talkByPosition(page.digest);
  const marks = marksByPosition(page.digest.marks);
  return (
    <nav className="spine" aria-label={t("spine")}>
      <div className="spine-h" aria-hidden>
        <span className="label">{t("contents")}</span>
        <span className="label">{t("talk")}</span>
      </div>
      <div className="spine-list" id="spine">
        {page.paragraphs.map((paragraph) =>
          paragraph.kind === "heading" ? (
            <a className="sp-h" href={`#p-${paragraph.id}`} key={paragraph.id} lang={page.language}>
              {paragraph.text}
            </a>
          ) : (
            <Miniature
              key={paragraph.id}
              paragraph={paragraph}
              talk={talk.get(paragraph.position) ?? noTalk}
              marks={marks.get(paragraph.position)}
            />
          ),
        )}
        <span className="view" hidden />
      </div>
    </nav>
  );
}

interface MiniatureProps {
  paragraph: ReadingParagraph;
  talk: Talk;
  marks: Parameters<typeof strokesCss>[0];
}

function Miniature({ paragraph, talk, marks }: MiniatureProps) {
  const t = useTranslations("reader");
  const { id, kind, number, position, text } = paragraph;
  const lines = miniatureLines(linesOf(text));
  const { comments: count, unread } = talk;
  const style: CSSProperties & Record<`--${string}`, string | number | undefined> = {
    "--lines": lines,
    "--strokes": strokesCss(marks, text.length, lines) || undefined,
  };
  const name = number === null ? t("caption") : t("paragraph", { number });
  return (
    <a
      className={kind === "quote" ? "sp in" : "sp"}
      href={`#p-${id}`}
      data-p={position}
      data-length={text.length}
      data-lines={lines}
      data-heat={heatOf(count)}
      data-unread={unread > 0 ? "" : undefined}
      aria-label={t("spoken", { name, count, unread })}
    >
      <span className="no">{number}</span>
      <span className="mini" style={style} />
      <span className="who" />
      <span className="ct">{count || ""}</span>
    </a>
  );
}
