import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentList } from "@/components/assignment/assignment-list";
import { CourseFrame } from "@/components/course/course-frame";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignment.meta");
  return { title: t("list") };
}

export default async function AssignmentsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const here = `/courses/${courseId}/assignments`;
  const api = await caller();
  const t = await getTranslations("assignment.meta");
  const frame = await forPage(api.course.frame({ courseId }), here);
  const assignments = await forPage(api.assignment.list({ courseId }), here);
  return (
    <CourseFrame frame={frame} at="assignments" crumb={t("list")}>
      <div className="page-assignments">
        <AssignmentList
          courseId={courseId}
          timeZone={frame.course.timeZone}
          now={new Date()}
          assignments={assignments}
        />
      </div>
    </CourseFrame>
  );
}
