import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { EvidenceNav } from "@/components/evidence/evidence-nav";
import { FrameDesk } from "@/components/positions/frame-desk";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame.page");
  return { title: t("title") };
}

export default async function FramePage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/frame`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.frame.page({ courseId }), here);
  const t = await getTranslations("frame.page");
  const keys = page.can.write
    ? [
        { keys: ["⌥↑", "⌥↓"], label: t("keys.move") },
        { keys: ["⌘/Ctrl", "S"], label: t("keys.save") },
        { keys: ["?"], label: t("keys.all") },
      ]
    : [];
  return (
    <CourseFrame
      frame={frame}
      at="evidence"
      crumb={t("title")}
      keys={keys}
      allKeys={page.can.write ? keys : undefined}
    >
      <main className="page-frame" id="main">
        <EvidenceNav courseId={courseId} at="frame" />
        <FrameDesk courseId={courseId} meId={frame.me.id} timeZone={frame.course.timeZone} page={page} />
      </main>
    </CourseFrame>
  );
}
