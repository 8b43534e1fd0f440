import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentEditor } from "@/components/assignment/assignment-editor";
import { editorHints } from "@/components/assignment/editor-hints";
import { CourseFrame } from "@/components/course/course-frame";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; assignmentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignment.meta");
  return { title: t("edit") };
}

export default async function EditAssignmentPage({ params }: Props) {
  const { courseId, assignmentId } = await params;
  const here = `/courses/${courseId}/assignments/${assignmentId}/edit`;
  const api = await caller();
  const tKeys = await getTranslations("assignment.keys");
  const frame = await forPage(api.course.frame({ courseId }), here);
  const held = await forPage(api.assignment.get({ courseId, id: assignmentId }), here);
  const { timeZone, ...choices } = await forPage(api.assignment.choices({ courseId }), here);
  return (
    <CourseFrame frame={frame} at="assignments" crumb={held.title} slots keys={editorHints(tKeys, "foot")}>
      <div className="page-assignment">
        <AssignmentEditor
          courseId={courseId}
          meId={frame.me.id}
          timeZone={timeZone}
          now={new Date()}
          held={held}
          versionId={null}
          choices={choices}
        />
      </div>
    </CourseFrame>
  );
}
