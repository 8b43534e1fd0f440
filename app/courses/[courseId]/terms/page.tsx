import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { EvidenceNav } from "@/components/evidence/evidence-nav";
import { TermsDesk } from "@/components/terms/terms-desk";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("term");
  return { title: t("title") };
}

export default async function TermsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/terms`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const list = await forPage(api.term.list({ courseId }), here);
  const t = await getTranslations("term");
  return (
    <CourseFrame frame={frame} at="evidence" crumb={t("title")}>
      <main className="page-terms" id="main">
        <EvidenceNav courseId={courseId} at="terms" />
        <TermsDesk courseId={courseId} meId={frame.me.id} list={list} />
      </main>
    </CourseFrame>
  );
}
