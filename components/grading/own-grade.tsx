import Link from "next/link";
import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { Moment } from "@/components/ui/moment";
import type { OwnGrade as Own } from "./grading-types";

interface Props {
  own: Own;
  courseId: string;
  timeZone: string;
}

/** A released grade with everything that belongs to it: points, levels, feedback, by whom, what changed and why. */
export function OwnGrade({ own, courseId, timeZone }: Props) {
  const t = useTranslations("grade.own");
  const { grade, measure, assignment } = own;
  return (
    <>
      <p className="soft">
        <Link className="link" href={`/courses/${courseId}/grades`}>
          {t("list")}
        </Link>
        {" · "}
        {assignment.title}
      </p>
      <h1 className="head-1">{t("heading")}</h1>
      <p className="og-total src">{t("points", { total: grade.total ?? "–", most: measure.most })}</p>
      <p className="soft">
        {t.rich("by", {
          name: grade.grader.name,
          b: (name) => <bdi>{name}</bdi>,
          when: () => <Moment at={grade.releasedAt ?? grade.updatedAt} timeZone={timeZone} />,
        })}
      </p>
      {measure.criteria.length > 0 && <Levels own={own} />}
      {grade.feedback !== "" && (
        <section aria-labelledby="feedback">
          <h2 className="h-sec" id="feedback">
            {t("feedback")}
          </h2>
          <div className="read">
            <Prose text={grade.feedback} citations={[]} courseId={courseId} />
          </div>
        </section>
      )}
      <section aria-labelledby="changes">
        <h2 className="h-sec" id="changes">
          {t("history")}
        </h2>
        <ol className="og-changes">
          {own.changes.map((change) => (
            <li key={change.at.toISOString()}>
              <p>
                {t(`act.${change.act}`, { name: change.by })}
                {change.from !== null && change.to !== null && change.from !== change.to
                  ? ` · ${t("fromTo", { from: change.from, to: change.to })}`
                  : change.to !== null && ` · ${t("points", { total: change.to, most: measure.most })}`}
              </p>
              <p className="faint">
                <Moment at={change.at} timeZone={timeZone} />
              </p>
              {change.reason && <p className="soft">{change.reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Levels({ own }: { own: Own }) {
  const t = useTranslations("grade.own");
  const { grade, measure } = own;
  return (
    <section aria-labelledby="levels">
      <h2 className="h-sec" id="levels">
        {t("rubric")}
      </h2>
      <ul className="og-levels">
        {measure.criteria.map((criterion) => {
          const given = criterion.levels.find((level) => level.id === grade.marks[criterion.id]);
          const best = criterion.levels.at(-1);
          return (
            <li key={criterion.id}>
              <span>{criterion.name}</span>
              <b>{given?.name ?? t("noLevel")}</b>
              <span className="n soft">
                {given && best && t("points", { total: given.points, most: best.points })}
              </span>
            </li>
          );
        })}
      </ul>
      {grade.points !== null && <p className="soft">{t("byHand")}</p>}
    </section>
  );
}
