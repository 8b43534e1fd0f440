import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { Spine } from "@/components/reading/rail/spine";
import { ReaderDesk } from "@/components/reading/reader-desk";
import { SourceText } from "@/components/reading/text/source-text";
import { caller, forPage } from "@/server/trpc/caller";

interface ReaderPageProps {
  params: Promise<{ courseId: string; readingId: string }>;
  searchParams: Promise<{ beside?: string | string[]; thread?: string | string[] }>;
}

export const metadata: Metadata = { title: "Reading" };

/** What an address says once; said twice it says nothing. */
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

export default async function ReaderPage({ params, searchParams }: ReaderPageProps) {
  const { courseId, readingId } = await params;
  const { beside, thread } = await searchParams;
  const t = await getTranslations("reader");
  const here = `/courses/${courseId}/readings/${readingId}`;
  const api = await caller();
  const [frame, page] = await Promise.all([
    forPage(api.course.frame({ courseId }), here),
    forPage(api.reading.page({ courseId, readingId }), here),
  ]);
  const keys = [
    { keys: ["j", "k"], label: t("keys.move") },
    { keys: ["s"], label: t("keys.words") },
    { keys: ["c"], label: t("keys.comment") },
    { keys: ["e"], label: t("evidence.act") },
    { keys: ["]"], label: t("keys.nextUnread") },
    { keys: ["?"], label: t("keys.all") },
  ];
  // The text stands on the page already: it does not travel once more to be worked with.
  const { paragraphs: _, ...rest } = page;
  return (
    <CourseFrame
      frame={frame}
      at="reading"
      crumb={`${page.position} ${page.title}`}
      where={page.assignment.title}
      keys={keys}
      slots
    >
      <div className="page-reader">
        <title>{`${page.title} · ${frame.course.title} · Glossa`}</title>
        <ReaderDesk
          courseId={courseId}
          page={rest}
          me={frame.me}
          staff={frame.staff}
          linked={one(thread)}
          spine={<Spine page={page} />}
        >
          <SourceText courseId={courseId} page={page} beside={one(beside)} staff={frame.staff} />
        </ReaderDesk>
      </div>
    </CourseFrame>
  );
}
