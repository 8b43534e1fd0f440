import type { ReadingParagraph } from "../reader-types";

/** A run of the canonical text, with the offset at which it begins. */
export function Run({ at, children }: { at: number; children: string }) {
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

/** Whether a paragraph's text is drawn in several runs; else its body is the one run there is. */
export const isDrawnInRuns = (kind: ReadingParagraph["kind"]) => kind === "list" || kind === "table";

/** A paragraph's canonical text: a list or table is drawn from its lines, and what separates them is not drawn. */
export function ParagraphText({ paragraph: { kind, text } }: { paragraph: ReadingParagraph }) {
  if (kind === "list") return <List text={text} />;
  if (kind === "table") return <Table text={text} />;
  return text;
}
