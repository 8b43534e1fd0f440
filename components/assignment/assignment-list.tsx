"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { AssignmentActs } from "./assignment-acts";
import { type ListedState, stateOf } from "./listed-state";
import "@/components/source/source.css";
import "./assignment-list.css";

export interface ListedAssignment {
  id: string;
  version: number;
  title: string;
  publishedAt: Date | null;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  points: string;
  readings: number;
  prompts: number;
  category: { id: string; name: string } | null;
  /** Somebody has done something there, or was given a grade. */
  begun: boolean;
  /** How many students have posted something, have a grade, and can see it. */
  progress: { students: number; begun: number; graded: number; released: number };
}

interface Props {
  courseId: string;
  timeZone: string;
  now: Date;
  assignments: readonly ListedAssignment[];
}

const chips: Record<ListedState, string> = {
  draft: "chip",
  waiting: "chip",
  open: "chip ok",
  late: "chip ok",
  closed: "chip",
};

/** The course's assignments as staff manage them, drafts and all. */
export function AssignmentList({ courseId, timeZone, now, assignments }: Props) {
  const t = useTranslations("assignment.list");
  const format = useFormatter();
  const router = useRouter();
  const here = `/courses/${courseId}/assignments`;
  const hasCategories = assignments.some((assignment) => assignment.category !== null);
  const moment = (at: Date) =>
    format.dateTime(at, {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
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
                <th scope="col" className="wide">
                  {t("state")}
                </th>
                <th scope="col">{t("due", { zone: timeZone.replaceAll("_", " ") })}</th>
                {hasCategories && (
                  <th scope="col" className="wide">
                    {t("category")}
                  </th>
                )}
                <th scope="col" className="num wide">
                  {t("points")}
                </th>
                <th scope="col" className="num wide">
                  {t("begunColumn")}
                </th>
                <th scope="col" className="num">
                  {t("gradedColumn")}
                </th>
                <th scope="col">
                  <span className="vh">{t("acts")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {assignments.map((assignment) => {
                const state = stateOf(assignment, now);
                const { progress } = assignment;
                return (
                  <tr key={assignment.id}>
                    <th scope="row">
                      <Link className="src nm" href={`${here}/${assignment.id}/edit`} dir="auto">
                        {assignment.title}
                      </Link>
                      <span className="faint by">
                        {t("parts", { readings: assignment.readings, prompts: assignment.prompts })}
                      </span>
                      {/* Where the column of states has no room. */}
                      <span className={`${chips[state]} narrow`}>{t(`states.${state}`)}</span>
                    </th>
                    <td className="wide">
                      <span className={chips[state]}>{t(`states.${state}`)}</span>
                    </td>
                    <td className="n">
                      <time dateTime={assignment.dueAt.toISOString()}>{moment(assignment.dueAt)}</time>
                      {state === "waiting" && (
                        <span className="faint by">{t("opens", { when: moment(assignment.opensAt) })}</span>
                      )}
                      {state === "late" && (
                        <span className="faint by">{t("closes", { when: moment(assignment.closesAt) })}</span>
                      )}
                    </td>
                    {hasCategories && (
                      <td className="wide" dir="auto">
                        {assignment.category?.name}
                      </td>
                    )}
                    <td className="num n wide">{assignment.points}</td>
                    <td className="num n wide">
                      {assignment.publishedAt && t("of", { count: progress.begun, of: progress.students })}
                    </td>
                    <td className="num n">
                      {assignment.publishedAt && (
                        <Link
                          className="link"
                          prefetch={false}
                          href={`/courses/${courseId}/grade/${assignment.id}`}
                          aria-label={t("gradeOf", { title: assignment.title, ...progress })}
                        >
                          {t("of", { count: progress.graded, of: progress.students })}
                        </Link>
                      )}
                      {progress.graded > progress.released && (
                        <span className="faint by">
                          {t("unreleased", { count: progress.graded - progress.released })}
                        </span>
                      )}
                    </td>
                    <td className="more">
                      <AssignmentActs
                        courseId={courseId}
                        assignment={assignment}
                        onDeleted={() => router.refresh()}
                        onUnpublished={() => router.refresh()}
                      />
                    </td>
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
