import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { sumOfMarks } from "@/domain/grading/measure";
import type { Own } from "./shapes";

/** How the points come about: marks, what lateness left of them, taking part; or what was set by hand in their place. */
export function Reckoning({ own, timeZone }: { own: Own; timeZone: string }) {
  const t = useTranslations("grade.own");
  const { grade, measure, late } = own;
  if (grade.standing === "excused") return <p className="soft">{t("excusedMore")}</p>;
  if (grade.standing === "missing") return <p className="soft">{t("missingMore")}</p>;
  if (grade.points !== null) return <p className="soft">{t("byHand")}</p>;
  const marks = sumOfMarks(measure, grade.marks);
  return (
    <dl className="og-reckoning">
      {marks !== null && (
        <div>
          <dt>{t("rubric")}</dt>
          <dd className="n">{marks}</dd>
        </div>
      )}
      {grade.kept !== "100" && (
        <div>
          <dt>
            {t("kept", { kept: grade.kept })}
            <small>
              {t.rich(late.extended ? "dueOwn" : "dueAt", {
                when: () => <Moment at={late.dueAt} timeZone={timeZone} />,
              })}
            </small>
          </dt>
          <dd className="n">× {grade.kept} %</dd>
        </div>
      )}
      {grade.participation !== null && (
        <div>
          <dt>
            {t("takingPart")}
            {grade.participationWhy !== "" && <small>{grade.participationWhy}</small>}
          </dt>
          <dd className="n">+ {grade.participation}</dd>
        </div>
      )}
    </dl>
  );
}
