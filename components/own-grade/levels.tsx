import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import type { Own } from "./shapes";

/** The rubric: what was chosen in each criterion, the levels beside it, and what was said of it. */
export function Levels({ own, courseId }: { own: Own; courseId: string }) {
  const t = useTranslations("grade.own");
  const { grade, measure, remarks } = own;
  return (
    <section aria-labelledby="levels">
      <h2 className="h-sec" id="levels">
        {t("rubric")}
      </h2>
      <ul className="og-levels">
        {measure.criteria.map((criterion) => {
          const given = criterion.levels.find((level) => level.id === grade.marks[criterion.id]);
          const best = criterion.levels.at(-1);
          const remark = remarks.find(({ subjectId }) => subjectId === criterion.id);
          return (
            <li key={criterion.id}>
              <div>
                <p className="og-criterion">
                  <b>{criterion.name}</b>
                  <span className="n soft">
                    {given && best && t("points", { total: given.points, most: best.points })}
                  </span>
                </p>
                <ol className="og-scale">
                  {criterion.levels.map((level) => (
                    <li key={level.id} className={level === given ? "on" : undefined}>
                      {level.name}
                      {level === given && <span className="vh">, {t("given")}</span>}
                    </li>
                  ))}
                </ol>
                {!given && <p className="faint">{t("noLevel")}</p>}
                {remark && (
                  <div className="remark src">
                    <Prose text={remark.body} citations={[]} courseId={courseId} />
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
