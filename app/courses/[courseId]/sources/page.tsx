import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { SourceList } from "@/components/source/source-list";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source.meta");
  return { title: t("list") };
}

export default async function SourcesPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const here = `/courses/${courseId}/sources`;
  const api = await caller();
  const t = await getTranslations("source.meta");
  const frame = await forPage(api.course.frame({ courseId }), here);
  const sources = await forPage(api.source.list({ courseId }), here);
  return (
    <CourseFrame frame={frame} at="sources" crumb={t("list")}>
      <div className="page-sources">
        <SourceList courseId={courseId} sources={sources} />
      </div>
    </CourseFrame>
  );
}
