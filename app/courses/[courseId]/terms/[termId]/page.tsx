import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { EvidenceNav } from "@/components/evidence/evidence-nav";
import { TermDesk } from "@/components/terms/term-desk";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; termId: string }>;
  searchParams: Promise<{ difference?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("term");
  return { title: t("title") };
}

export default async function TermPage({ params, searchParams }: Props) {
  const { courseId, termId } = await params;
  const { difference } = await searchParams;
  const api = await caller();
  const here = `/courses/${courseId}/terms/${termId}`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.term.page({ courseId, termId }), here);
  const t = await getTranslations("term.keys");
  return (
    <CourseFrame
      frame={frame}
      at="evidence"
      crumb={page.term.name}
      keys={[
        { keys: ["j", "k"], label: t("uses") },
        { keys: ["↵"], label: t("open") },
        ...(page.can.discuss ? [{ keys: ["d"], label: t("difference") }] : []),
        { keys: ["?"], label: t("keys") },
      ]}
    >
      <main className="page-terms wide" id="main">
        <EvidenceNav courseId={courseId} at="terms" />
        <TermDesk
          courseId={courseId}
          meId={frame.me.id}
          timeZone={frame.course.timeZone}
          page={page}
          at={typeof difference === "string" ? difference : null}
        />
      </main>
    </CourseFrame>
  );
}
