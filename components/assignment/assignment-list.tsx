import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import "@/components/source/source.css";

export interface ListedAssignment {
  id: string;
  title: string;
  publishedAt: Date | null;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  points: string;
  readings: number;
  prompts: number;
}

interface Props {
  courseId: string;
  timeZone: string;
  now: Date;
  assignments: readonly ListedAssignment[];
}

function stateOf({ publishedAt, opensAt, closesAt }: ListedAssignment, now: Date) {
  if (!publishedAt) return "draft";
  if (opensAt > now) return "waiting";
  return closesAt < now ? "closed" : "open";
}

/** The course's assignments as staff manage them, drafts and all. */
export function AssignmentList({ courseId, timeZone, now, assignments }: Props) {
  const t = useTranslations("assignment.list");
  const format = useFormatter();
  const here = `/courses/${courseId}/assignments`;
  return (
    <main className="leaf" id="main">
      <header className="l-h">
        <h1 className="title">{t("title")}</h1>
        <Link className="btn go l" href={`${here}/new`}>
          {t("new")}
        </Link>
      </header>
      {assignments.length === 0 ? (
        <div className="blank">
          <p className="h">{t("none")}</p>
          <p>{t("noneHelp")}</p>
        </div>
      ) : (
        <div className="scroll-x">
          <table className="tbl">
            <caption className="vh">{t("caption", { zone: timeZone })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("assignment")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col">{t("due", { zone: timeZone.replaceAll("_", " ") })}</th>
                <th scope="col" className="num">
                  {t("points")}
                </th>
              </tr>
            </thead>
            <tbody>
              {assignments.map((assignment) => {
                const state = stateOf(assignment, now);
                return (
                  <tr key={assignment.id}>
                    <th scope="row">
                      <Link className="src nm" href={`${here}/${assignment.id}/edit`} dir="auto">
                        {assignment.title}
                      </Link>
                      <span className="faint by">
                        {t("parts", { readings: assignment.readings, prompts: assignment.prompts })}
                      </span>
                    </th>
                    <td>
                      <span className={state === "open" ? "chip ok" : "chip"}>{t(`states.${state}`)}</span>
                    </td>
                    <td className="n">
                      <time dateTime={assignment.dueAt.toISOString()}>
                        {format.dateTime(assignment.dueAt, {
                          weekday: "short",
                          day: "numeric",
                          month: "short",
                          year: "numeric",
                          hour: "2-digit",
                          minute: "2-digit",
                          hourCycle: "h23",
                          timeZone,
                        })}
                      </time>
                    </td>
                    <td className="num n">{assignment.points}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
