import { Check, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { Due } from "@/components/ui/due";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { ClassDate } from "./class-date";
import type { Overview } from "./overview";

interface WeekProps {
  courseId: string;
  assignment: Overview["assignments"][number];
  timeZone: string;
  staff: boolean;
}

/** One assignment: its state, its readings, its prompts. */
export function Week({ courseId, assignment, timeZone, staff }: WeekProps) {
  const t = useTranslations("course");
  const base = `/courses/${courseId}`;
  const kind = assignment.closed ? "past" : assignment.entered ? "open" : "later";
  return (
    <li className={`week ${kind === "past" ? "" : kind}`}>
      <header className="wk">
        <h2>
          <span className="src">{assignment.title}</span>
        </h2>
        <p className="state">
          <State courseId={courseId} assignment={assignment} timeZone={timeZone} staff={staff} />
        </p>
      </header>
      <ol className="items">
        {assignment.readings.map((reading) => (
          <li className="it" key={reading.id}>
            <span className="no src">{reading.position}</span>
            <div className="ti">
              {assignment.entered ? (
                <Link className="src" href={`${base}/readings/${reading.id}`}>
                  {reading.title}
                </Link>
              ) : (
                <span className="src">{reading.title}</span>
              )}
              <p className="by">{reading.origin || reading.deck}</p>
            </div>
            <p className="sp faint">{t("paragraphs", { count: reading.paragraphs })}</p>
            <p className="nw faint">
              {assignment.entered && t(staff ? "comments" : "myComments", { count: reading.comments })}
            </p>
          </li>
        ))}
        {assignment.prompts.map((prompt) => (
          <li className="it pr" key={prompt.id}>
            <span className="no">
              <Quote className="i" aria-hidden />
            </span>
            <div className="ti">
              <Link className="src" href={`${base}/prompts/${prompt.id}`}>
                {prompt.title}
              </Link>
              {!staff && <p className="by">{t(`mine.${prompt.mine ?? "none"}`)}</p>}
            </div>
            <p className="sp" />
            <p className="nw faint">{prompt.posted !== null && t("responses", { count: prompt.posted })}</p>
          </li>
        ))}
      </ol>
    </li>
  );
}

function State({ courseId, assignment, timeZone, staff }: WeekProps) {
  const t = useTranslations("course.state");
  const base = `/courses/${courseId}`;
  if (!assignment.publishedAt) {
    return (
      <Link className="link" href={`${base}/assignments/${assignment.id}/edit`}>
        {t("draft")}
      </Link>
    );
  }
  if (assignment.opensAt > assignment.publishedAt && !assignment.entered) {
    return (
      <>
        {t("opens")} <Moment at={assignment.opensAt} timeZone={timeZone} />
      </>
    );
  }
  if (staff && (assignment.closed || assignment.drafts + assignment.released > 0)) {
    return (
      <Link className="link" href={`${base}/grade/${assignment.id}`}>
        {t("graded", { drafts: assignment.drafts, released: assignment.released })}
      </Link>
    );
  }
  if (assignment.released > 0) {
    return (
      <Link className="link" href={`${base}/grades/${assignment.id}`}>
        <Check className="i ok" aria-hidden />
        {t("released")}
      </Link>
    );
  }
  if (assignment.closed) return t("closed");
  return (
    <>
      {t("due")} <Due at={assignment.dueAt} timeZone={timeZone} />{" "}
      <ClassDate extended={assignment.extended} timeZone={timeZone} />
    </>
  );
}
