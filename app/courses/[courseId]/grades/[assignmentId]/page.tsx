import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { OwnGrade } from "@/components/own-grade/own-grade";
import "@/components/own-grade/own-grade.css";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; assignmentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grade.own"))("heading") };
}

/** One released grade, as its student sees it. Until it is released this page is not there. */
export default async function OwnGradePage({ params }: Props) {
  const { courseId, assignmentId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/grades/${assignmentId}`;
  const [frame, own] = await Promise.all([
    forPage(api.course.frame({ courseId }), here),
    forPage(api.grade.own({ courseId, assignmentId }), here),
  ]);
  const t = await getTranslations("grade.own");
  return (
    <CourseFrame frame={frame} at="gradebook" crumb={`${t("list")}, ${own.assignment.title}`}>
      <main className="own-grades" id="main">
        <OwnGrade own={own} courseId={courseId} meId={frame.me.id} timeZone={frame.course.timeZone} />
      </main>
    </CourseFrame>
  );
}
