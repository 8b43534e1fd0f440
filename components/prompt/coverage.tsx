"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CiteChip } from "@/components/prose/cite-chip";
import { Link } from "@/components/ui/link";
import type { Chip, CitationMark } from "@/domain/prompt/citation";
import type { Standing } from "@/domain/prompt/requirements";
import type { PositionView } from "./shapes";

interface CoverageProps {
  courseId: string;
  standing: Standing;
  positions: PositionView[];
  /** Those that have to be cited and are not. */
  owed: readonly string[];
  /** The passages cited for no position. */
  loose: readonly CitationMark[];
  /** How many passages the matrix has for a position; null until it is known. */
  inMatrix: (positionId: string) => number | null;
  /** Undefined for a mark that leads nowhere; null until that is known. */
  chipOf: (mark: CitationMark) => Chip | undefined | null;
  /** Says for which position a passage is cited; left out where nothing is being written. */
  onCiteFor?: (mark: CitationMark, position: PositionView) => void;
}

const wordsOf = (mark: CitationMark) => `${mark.reading} ¶${mark.paragraph}`;

/** Each position with the passages cited for it; those cited for none can be given one here. */
export function Coverage(props: CoverageProps) {
  const { courseId, standing, positions, owed, loose, inMatrix, chipOf, onCiteFor } = props;
  const t = useTranslations("response.coverage");
  const id = useId();
  const chip = (mark: CitationMark) => {
    const found = chipOf(mark);
    return found === null ? (
      <span key={mark.start} className="cite">
        {mark.reading} <b>¶{mark.paragraph}</b>
      </span>
    ) : (
      <CiteChip key={mark.start} mark={wordsOf(mark)} chip={found} courseId={courseId} />
    );
  };
  return (
    <table className="cov">
      <caption className="vh">{t("title")}</caption>
      <tbody>
        {positions.map((position) => {
          const cited = standing.citedByPosition[position.id] ?? [];
          const isOwed = owed.includes(position.id);
          const found = inMatrix(position.id);
          return (
            <tr key={position.id} className={isOwed ? "none" : undefined}>
              <th scope="row" dir="auto">
                {position.name}
              </th>
              <td>
                {cited.length > 0 ? (
                  cited.map(chip)
                ) : isOwed ? (
                  <Link href={`/courses/${courseId}/evidence`} prefetch={false}>
                    {found ? t("inMatrix", { count: found }) : t("seeMatrix")}
                  </Link>
                ) : (
                  <span className="faint">{t("none")}</span>
                )}
              </td>
            </tr>
          );
        })}
        {onCiteFor &&
          loose.map((mark) => (
            <tr key={mark.start} className="loose">
              <th scope="row">{chip(mark)}</th>
              <td>
                <label className="vh" htmlFor={`${id}-${mark.start}`}>
                  {t("forWhom", { passage: wordsOf(mark) })}
                </label>
                <select
                  id={`${id}-${mark.start}`}
                  className="input"
                  value=""
                  onChange={(event) => {
                    const position = positions.find((each) => each.id === event.target.value);
                    if (position) onCiteFor(mark, position);
                  }}
                >
                  <option value="">{t("for")}</option>
                  {positions.map((position) => (
                    <option key={position.id} value={position.id}>
                      {position.name}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
