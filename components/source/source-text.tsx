import { useTranslations } from "next-intl";
import { numberParagraphs, type SourceDraft } from "@/domain/source/draft";

interface Props {
  source: Pick<SourceDraft, "title" | "byline" | "origin" | "language" | "paragraphs">;
}

/** A source as its readers will see it: numbered, with nothing to do. */
export function SourceText({ source }: Props) {
  const t = useTranslations("source.edit");
  const rows = numberParagraphs(source.paragraphs.filter((row) => row.text.trim() !== ""));
  return (
    <article lang={source.language} className="as-read" aria-label={t("asRead")}>
      <h2 className="title" dir="auto">
        {source.title}
      </h2>
      {(source.byline || source.origin) && (
        <p className="soft" dir="auto">
          {[source.byline, source.origin].filter(Boolean).join(" · ")}
        </p>
      )}
      <ol className="text-l">
        {rows.map((row) => (
          <li className="e" key={row.id} lang={row.language ?? undefined}>
            <span className="no">{row.number !== null && `¶${row.number}`}</span>
            <div className="bd">
              <Passage row={row} />
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}

function Passage({ row }: { row: SourceDraft["paragraphs"][number] }) {
  const lines = row.text.split("\n");
  switch (row.kind) {
    case "heading": {
      const Heading = (["h2", "h3", "h4"] as const)[(row.level ?? 2) - 2] ?? "h3";
      return (
        <Heading className="head-3" dir="auto">
          {row.text}
        </Heading>
      );
    }
    case "quote":
      return (
        <blockquote className="read bq" dir="auto">
          {row.text}
        </blockquote>
      );
    case "list":
      return (
        <ul className="read items-l" dir="auto">
          {[...lines.entries()].map(([at, line]) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      );
    case "table":
      return (
        <table className="tblx src" dir="auto">
          <tbody>
            {[...lines.entries()].map(([at, line]) => (
              <tr key={at}>
                {[...line.split(" | ").entries()].map(([column, cell]) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return (
        <p className="read" dir="auto">
          {row.text}
        </p>
      );
  }
}
