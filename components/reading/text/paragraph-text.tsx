import type { ReactNode } from "react";
import type { ParagraphKind } from "@/domain/source/imported";

/** A run of the canonical text, with the offset at which it begins. */
export function Run({ at, children }: { at: number; children: string }) {
  return <span data-at={at}>{children}</span>;
}

/** How a piece of the text is drawn, from the offset at which it begins. */
type Draw = (piece: string, at: number) => ReactNode;
const asRun: Draw = (piece, at) => <Run at={at}>{piece}</Run>;

/** The pieces of a text between separators, each with its offset. */
function pieces(text: string, separator: string, from = 0) {
  let at = from;
  return text.split(separator).map((piece) => {
    const found = { at, piece };
    at += piece.length + separator.length;
    return found;
  });
}

function List({ text, draw }: { text: string; draw: Draw }) {
  return (
    <ul className="src-list">
      {pieces(text, "\n").map(({ at, piece }) => (
        <li key={at}>{draw(piece, at)}</li>
      ))}
    </ul>
  );
}

function Table({ text, draw }: { text: string; draw: Draw }) {
  const [head, ...rows] = pieces(text, "\n");
  const cells = (row: { at: number; piece: string }) => pieces(row.piece, " | ", row.at);
  return (
    <table>
      {head && (
        <thead>
          <tr>
            {cells(head).map(({ at, piece }) => (
              <th scope="col" key={at}>
                {draw(piece, at)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.at}>
            {cells(row).map(({ at, piece }) => (
              <td key={at}>{draw(piece, at)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a paragraph's text is drawn in several runs; else its body is the one run there is. */
export const isDrawnInRuns = (kind: ParagraphKind) => kind === "list" || kind === "table";

interface ParagraphTextProps {
  paragraph: { kind: ParagraphKind; text: string };
  /** Draws each piece of the text; left out, as a run that the reader's marks find. */
  draw?: Draw;
}

/** A paragraph's canonical text: a list or table is drawn from its lines, and what separates them is not drawn. */
export function ParagraphText({ paragraph: { kind, text }, draw }: ParagraphTextProps) {
  if (kind === "list") return <List text={text} draw={draw ?? asRun} />;
  if (kind === "table") return <Table text={text} draw={draw ?? asRun} />;
  return draw ? draw(text, 0) : text;
}
