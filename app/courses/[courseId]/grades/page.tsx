import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import "@/components/own-grade/own-grade.css";
import { OwnList } from "@/components/own-grade/own-list";
import { Blank } from "@/components/ui/blank";
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
  const grades = await forPage(api.grade.ownList({ courseId }), here);
  const t = await getTranslations("grade.own");
  return (
    <CourseFrame frame={frame} at="gradebook" crumb={t("list")}>
      <main className="own-grades" id="main">
        <h1 className="head-1">{t("list")}</h1>
        {grades.lines.length === 0 ? (
          <Blank title={t("nothing")}>
            <p>{t("nothingMore")}</p>
          </Blank>
        ) : (
          <OwnList grades={grades} here={here} timeZone={frame.course.timeZone} />
        )}
      </main>
    </CourseFrame>
  );
}
