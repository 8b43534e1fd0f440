import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { ImportForm } from "@/components/source/import-form";
import "@/components/source/source.css";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source.meta");
  return { title: t("new") };
}

export default async function NewSourcePage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const here = `/courses/${courseId}/sources/new`;
  const api = await caller();
  const t = await getTranslations("source.import");
  const frame = await forPage(api.course.frame({ courseId }), here);
  // The command refuses as well; this is so that nobody fills in a form for nothing.
  if (!frame.staff) notFound();
  return (
    <CourseFrame frame={frame} at="sources" crumb={t("title")}>
      <div className="page-sources">
        <main className="leaf" id="main">
          <h1 className="title">{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <ImportForm courseId={courseId} meId={frame.me.id} />
        </main>
      </div>
    </CourseFrame>
  );
}
