"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";

interface Criterion {
  name: string;
  levels: readonly { name: string; points: string }[];
}

type Props = { courseId: string } & ({ criteria: readonly Criterion[] } | { rubricId: string });

/** A rubric to look at: a criterion a row, its levels from the least to the most. */
export function RubricTable(props: Props) {
  const t = useTranslations("assignment.rubric");
  const trpc = useTRPC();
  const held = "rubricId" in props ? props.rubricId : null;
  const query = useQuery(trpc.rubric.list.queryOptions(held ? { courseId: props.courseId } : skipToken));
  const criteria: readonly Criterion[] | undefined =
    "criteria" in props ? props.criteria : query.data?.find((rubric) => rubric.id === held)?.criteria;
  if (!criteria)
    return query.isError ? <p className="help">{t("unreachable")}</p> : <p className="help">…</p>;
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
