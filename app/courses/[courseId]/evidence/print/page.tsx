import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { PrintSheet } from "@/components/evidence/print/print-sheet";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("evidence.print");
  return { title: t("title") };
}

export default async function PrintPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/evidence/print`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.evidence.page({ courseId }), here);
  const t = await getTranslations("evidence.print");
  return (
    <CourseFrame frame={frame} at="evidence" crumb={t("title")}>
      <PrintSheet
        courseId={courseId}
        course={frame.course.title}
        timeZone={frame.course.timeZone}
        page={page}
        at={new Date()}
      />
    </CourseFrame>
  );
}
