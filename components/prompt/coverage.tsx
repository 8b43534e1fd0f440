"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { CiteChip } from "@/components/prose/cite-chip";
import type { Chip, CitationMark } from "@/domain/prompt/citation";
import type { Standing } from "@/domain/prompt/requirements";
import type { PositionView } from "./shapes";

interface CoverageProps {
  courseId: string;
  standing: Standing;
  positions: PositionView[];
  /** Those that each have to be cited. */
  asked: readonly string[];
  /** The passages cited for no position. */
  loose: readonly CitationMark[];
  chipOf: (mark: CitationMark) => Chip | undefined;
  /** Says for which position a passage is cited; left out where nothing is being written. */
  onCiteFor?: (mark: CitationMark, position: PositionView) => void;
}

const wordsOf = (mark: CitationMark) => `${mark.reading} ¶${mark.paragraph}`;

/** Each position with the passages cited for it; those cited for none can be given one here. */
export function Coverage({ courseId, standing, positions, asked, loose, chipOf, onCiteFor }: CoverageProps) {
  const t = useTranslations("response.coverage");
  const id = useId();
  const chip = (mark: CitationMark) => (
    <CiteChip key={mark.start} mark={wordsOf(mark)} chip={chipOf(mark)} courseId={courseId} />
  );
  return (
    <table className="cov">
      <caption className="vh">{t("title")}</caption>
      <tbody>
        {positions.map((position) => {
          const cited = standing.citedByPosition[position.id] ?? [];
          const isOwed = cited.length === 0 && asked.includes(position.id);
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
                    {t("seeMatrix")}
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
