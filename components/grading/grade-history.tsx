import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { type Measure, totalOf } from "@/domain/grading/measure";
import type { GradeView } from "./grading-types";

interface Props {
  grade: GradeView;
  measure: Measure;
  /** Names by membership. */
  staff: Record<string, string>;
  timeZone: string;
}

/** Everything that was done with a grade, newest first, for staff. */
export function GradeHistory({ grade, measure, staff, timeZone }: Props) {
  const t = useTranslations("grade.history");
  return (
    <details className="history">
      <summary>{t("title", { count: grade.history.length })}</summary>
      <ol>
        {grade.history.toReversed().map((step) => (
          <li key={step.version}>
            <p>
              {t.rich(`act.${step.act}`, {
                name: staff[step.actorId] ?? t("somebody"),
                b: (name) => <bdi>{name}</bdi>,
              })}
              {step.act === "save" && ` · ${totalOf(measure, step.state) ?? "–"}`}
            </p>
            <p className="faint">
              <Moment at={step.at} timeZone={timeZone} />
            </p>
            {step.reason && <p className="soft">{step.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
