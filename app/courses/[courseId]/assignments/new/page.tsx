import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentEditor } from "@/components/assignment/assignment-editor";
import { editorHints } from "@/components/assignment/editor-hints";
import { CourseFrame } from "@/components/course/course-frame";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignment.meta");
  return { title: t("new") };
}

export default async function NewAssignmentPage({ params, searchParams }: Props) {
  const { courseId } = await params;
  const { reading } = await searchParams;
  const here = `/courses/${courseId}/assignments/new`;
  const api = await caller();
  const t = await getTranslations("assignment.meta");
  const tKeys = await getTranslations("assignment.keys");
  const frame = await forPage(api.course.frame({ courseId }), here);
  const { timeZone, ...choices } = await forPage(api.assignment.choices({ courseId }), here);
  const wanted = choices.sources.find((source) => source.versionId === reading);
  return (
    <CourseFrame frame={frame} at="assignments" crumb={t("new")} slots keys={editorHints(tKeys, "foot")}>
      <div className="page-assignment">
        <AssignmentEditor
          courseId={courseId}
          meId={frame.me.id}
          timeZone={timeZone}
          now={new Date()}
          held={null}
          versionId={wanted?.versionId ?? null}
          choices={choices}
        />
      </div>
    </CourseFrame>
  );
}
