"use client";

import { useTranslations } from "next-intl";

interface Props {
  criteria: readonly { name: string; levels: readonly { name: string; points: string }[] }[];
}

/** A rubric to look at: a criterion a row, its levels from the least to the most. */
export function RubricTable({ criteria }: Props) {
  const t = useTranslations("assignment.rubric");
  const columns = Math.max(0, ...criteria.map((criterion) => criterion.levels.length));
  return (
    <table className="rub">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t("criterion")}</span>
          </th>
          {Array.from({ length: columns }, (_, at) => at + 1).map((number) => (
            <th scope="col" key={number}>
              {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.name}>
            <th scope="row" dir="auto">
              {criterion.name}
            </th>
            {criterion.levels.map((level) => (
              <td key={level.name} dir="auto">
                {level.name} <small className="faint">{t("points", { points: level.points })}</small>
              </td>
            ))}
            {criterion.levels.length < columns && <td colSpan={columns - criterion.levels.length} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
