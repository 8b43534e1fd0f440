import type { ReactNode } from "react";
import { direction } from "@/domain/reading/direction";
import { ParagraphHandle } from "./paragraph-handle";
import type { ReadingParagraph } from "./reader-types";

interface ParagraphProps {
  paragraph: ReadingParagraph;
  /** The version's language. */
  language: string;
  /** A language to show beside the original. */
  beside: string | null;
}

/** A run of the canonical text, with the offset at which it begins. */
function Run({ at, children }: { at: number; children: string }) {
  return <span data-at={at}>{children}</span>;
}

/** The pieces of a text between separators, each with its offset. */
function pieces(text: string, separator: string, from = 0) {
  let at = from;
  return text.split(separator).map((piece) => {
    const found = { at, piece };
    at += piece.length + separator.length;
    return found;
  });
}

function List({ text }: { text: string }) {
  return (
    <ul className="src-list">
      {pieces(text, "\n").map(({ at, piece }) => (
        <li key={at}>
          <Run at={at}>{piece}</Run>
        </li>
      ))}
    </ul>
  );
}

function Table({ text }: { text: string }) {
  const [head, ...rows] = pieces(text, "\n");
  const cells = (row: { at: number; piece: string }) => pieces(row.piece, " | ", row.at);
  return (
    <table>
      {head && (
        <thead>
          <tr>
            {cells(head).map(({ at, piece }) => (
              <th scope="col" key={at}>
                <Run at={at}>{piece}</Run>
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.at}>
            {cells(row).map(({ at, piece }) => (
              <td key={at}>
                <Run at={at}>{piece}</Run>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function content({ kind, text }: ReadingParagraph): ReactNode {
  if (kind === "list") return <List text={text} />;
  if (kind === "table") return <Table text={text} />;
  return <Run at={0}>{text}</Run>;
}

/** A paragraph of the source, drawn on the server; what can be done with it is the handle's. */
export function Paragraph({ paragraph, language, beside }: ParagraphProps) {
  const { id, kind, number, level } = paragraph;
  const lang = paragraph.language ?? language;
  const shared = { lang, dir: direction(lang) };
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
        <Heading id={`p-${id}`} data-paragraph={id} {...shared}>
          <Run at={0}>{paragraph.text}</Run>
        </Heading>
        {other}
      </>
    );
  }
  return (
    <div
      className={`p k-${kind}`}
      id={`p-${id}`}
      data-paragraph={id}
      data-n={number ?? undefined}
      role="group"
      aria-labelledby={`n-${id}`}
      tabIndex={-1}
    >
      <ParagraphHandle id={id} number={number} />
      <div className="body" {...shared}>
        {content(paragraph)}
      </div>
      {other}
    </div>
  );
}
