"use client";

import { useTranslations } from "next-intl";
import type { GradeView } from "@/components/grading/grading-types";
import { Moment } from "@/components/ui/moment";

interface Props {
  grade: GradeView;
  /** Names by membership. */
  staff: Readonly<Record<string, string>>;
  timeZone: string;
  /** Brings back what a version said, as a draft; left out while that is not possible. */
  onRestore?: (state: GradeView["history"][number]["state"]) => void;
}

/** Everything that was done with a grade, newest first, for staff. */
export function GradeHistory({ grade, staff, timeZone, onRestore }: Props) {
  const t = useTranslations("grade.history");
  const newest = grade.history.at(-1)?.version;
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
              {step.act !== "release" && step.act !== "recall" && ` · ${step.total ?? "–"}`}
            </p>
            <p className="faint">
              <Moment at={step.at} timeZone={timeZone} />
              {onRestore && step.version !== newest && (
                <>
                  {" · "}
                  <button
                    className="link"
                    type="button"
                    aria-label={t("restoreThis", { total: step.total ?? "–" })}
                    onClick={() => onRestore(step.state)}
                  >
                    {t("restore")}
                  </button>
                </>
              )}
            </p>
            {step.reason && <p className="soft">{step.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
