import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import type { EvidenceView } from "@/domain/prompt/evidence";
import type { CellFigures } from "@/domain/prompt/matrix";
import { markOf } from "../cell-marks";

interface PrintCellProps {
  name: string;
  cell: CellFigures;
  /** Null while they are being fetched. */
  pieces: readonly EvidenceView[] | null;
}

/** A cell on paper: its passages in full. */
export function PrintCell({ name, cell, pieces }: PrintCellProps) {
  const t = useTranslations("evidence");
  const count = cell.counted.size;
  return (
    <section className="print-cell">
      <h3>
        {name}{" "}
        <small>
          {count === 0
            ? t("print.none")
            : t("print.figures", { count, ...cell.tally, contest: t(`contest.${cell.contest}`) })}
        </small>
      </h3>
      {pieces && pieces.length > 0 && (
        <ol>
          {pieces.map((piece) => (
            <li key={piece.id}>
              <p className="claim" dir="auto">
                <i className={`ev ${markOf[piece.relation]}`} aria-hidden="true" />{" "}
                <span className="vh">{t(`card.relation.${piece.relation}`)} </span>
                {piece.claim}
              </p>
              <blockquote className="src" dir="auto">
                {piece.quote}
              </blockquote>
              <p className="meta">
                <span dir="auto">
                  {piece.reading} ¶{piece.paragraph} {piece.title}
                </span>
                <VoiceName voice={piece.author} as="span" />
                {piece.merged.length > 0 && (
                  <span>
                    {t("print.also", { names: piece.merged.map((each) => each.author.name).join(", ") })}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
