import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import "@/components/grading/own-grade.css";
import { Blank } from "@/components/ui/blank";
import { Moment } from "@/components/ui/moment";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grade.own"))("list") };
}

/** A student's own grades; staff are led to the gradebook. */
export default async function OwnGradesPage({ params }: Props) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/grades`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  if (frame.staff) redirect(`/courses/${courseId}/gradebook`);
  const lines = await forPage(api.grade.ownList({ courseId }), here);
  const t = await getTranslations("grade.own");
  return (
    <CourseFrame frame={frame} at="gradebook" crumb={t("list")}>
      <main className="own-grades" id="main">
        <h1 className="head-1">{t("list")}</h1>
        {lines.length === 0 ? (
          <Blank title={t("nothing")}>
            <p>{t("nothingMore")}</p>
          </Blank>
        ) : (
          <ul className="og-list">
            {lines.map((line) => (
              <li key={line.assignmentId}>
                <div>
                  {line.total === null ? (
                    <span className="an">{line.title}</span>
                  ) : (
                    <Link className="an link" href={`${here}/${line.assignmentId}`}>
                      {line.title}
                    </Link>
                  )}
                  <p className="faint">
                    {line.releasedAt
                      ? t.rich("releasedAt", {
                          when: () => (
                            <Moment
                              at={line.releasedAt ?? line.dueAt}
                              timeZone={frame.course.timeZone}
                              show="day"
                            />
                          ),
                        })
                      : t.rich("dueAt", {
                          when: () => <Moment at={line.dueAt} timeZone={frame.course.timeZone} />,
                        })}
                  </p>
                </div>
                <p className={line.total === null ? "faint" : "n val"}>
                  {line.total === null ? t("notYet") : t("points", { total: line.total, most: line.most })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </main>
    </CourseFrame>
  );
}
