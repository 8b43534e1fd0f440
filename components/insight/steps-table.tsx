import { useTranslations } from "next-intl";
import { useLaneNames } from "@/components/stance/flow-names";
import { MovedChip } from "@/components/stance/moved-chip";
import type { FlowPage } from "@/components/stance/shapes";
import type { Said, StepRow, Steps } from "./journey-steps";
import { useStepNames } from "./step-names";

interface StepsTableProps {
  courseId: string;
  steps: Steps;
  positions: FlowPage["positions"];
}

/** Stances by student: where each stood first, after each reading and now, how sure, and what moved them. */
export function StepsTable({ courseId, steps: { steps, rows }, positions }: StepsTableProps) {
  const t = useTranslations("insight.steps");
  const names = useStepNames();
  // How many have not said yet is told above; without names a row for each says no more.
  const listed = rows.filter(({ name, held }) => name !== null || held.length > 0);
  return (
    <>
      <section className="steps-scroll" tabIndex={0} aria-label={t("byName")}>
        <table className="tbl steps-tbl">
          <caption className="vh">{t("byName")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("student")}</th>
              {steps.map((step) => (
                <th key={step.key} scope="col" title={names.full(step)}>
                  {names.column(step)}
                </th>
              ))}
              <th scope="col">{t("sure")}</th>
              <th scope="col">{t("movedBy")}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  {row.name ?? t("unnamed")}
                </th>
                {row.held.length === 0 ? (
                  <td colSpan={steps.length + 2} className="faint">
                    {t("notYet")}
                  </td>
                ) : (
                  <Path courseId={courseId} row={row} steps={steps} positions={positions} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="flow-legend">{t("tableLegend")}</p>
    </>
  );
}

interface PathProps {
  courseId: string;
  row: StepRow;
  steps: Steps["steps"];
  positions: FlowPage["positions"];
}

function Path({ courseId, row, steps, positions }: PathProps) {
  const t = useTranslations("insight.steps");
  const lanes = useLaneNames({ positions });
  const first = row.said[0];
  const last = row.said.at(-1);
  const calledOf = ({ lane, between }: Said) =>
    between ? t("between", { one: lanes.short(lane), other: between }) : lanes.short(lane);
  return (
    <>
      {steps.map((step, index) => {
        const stance = row.said[index];
        const isMove = index > 0 && row.held[index] !== row.held[index - 1];
        return (
          <td key={step.key} className={isMove ? "mv" : undefined}>
            {stance ? calledOf(stance) : <span className="vh">{t("nothingSaid")}</span>}
          </td>
        );
      })}
      <td className="n nb">
        {first && last && t("sureFrom", { first: first.confidence, now: last.confidence })}
      </td>
      <td>
        <span className="chips">
          {row.movedBy.map((passage) => (
            <MovedChip key={passage.paragraphId} courseId={courseId} passage={passage} />
          ))}
        </span>
      </td>
    </>
  );
}
