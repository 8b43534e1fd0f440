import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { warningsFromAddress } from "@/components/source/import-warnings";
import { PublishedSource } from "@/components/source/published-source";
import { SourceEditor } from "@/components/source/source-editor";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source.meta");
  return { title: t("edit") };
}

export default async function EditSourcePage({ params, searchParams }: Props) {
  const { courseId, sourceId } = await params;
  const { warn } = await searchParams;
  const here = `/courses/${courseId}/sources/${sourceId}/edit`;
  const api = await caller();
  const frame = await forPage(api.course.frame({ courseId }), here);
  const source = await forPage(api.source.get({ courseId, id: sourceId }), here);
  const { publishedAt } = source;
  const t = await getTranslations("source.keys");
  const keys = [
    { keys: ["Alt", "↑", "↓"], label: t("move") },
    { keys: ["↵"], label: t("split") },
    { keys: ["⌫"], label: t("join") },
    { keys: ["Alt", "X"], label: t("aside") },
    { keys: ["⌘/Ctrl", "Z"], label: t("undo") },
    { keys: ["⌘/Ctrl", "S"], label: t("save") },
    { keys: ["?"], label: t("all") },
  ];
  return (
    <CourseFrame
      frame={frame}
      at="sources"
      crumb={source.title}
      keys={publishedAt ? [] : keys}
      allKeys={publishedAt ? undefined : keys}
    >
      <div className="page-source-edit">
        {publishedAt ? (
          <PublishedSource
            courseId={courseId}
            timeZone={frame.course.timeZone}
            source={{ ...source, publishedAt }}
          />
        ) : (
          <SourceEditor
            courseId={courseId}
            sourceId={sourceId}
            meId={frame.me.id}
            source={source}
            warnings={warningsFromAddress(warn)}
          />
        )}
      </div>
    </CourseFrame>
  );
}
