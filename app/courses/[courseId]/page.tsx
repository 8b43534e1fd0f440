import type { Metadata } from "next";
import { CourseFrame } from "@/components/course/course-frame";
import { CoursePlan } from "@/components/course/course-plan";
import { caller, forPage } from "@/server/trpc/caller";

interface CoursePageProps {
  params: Promise<{ courseId: string }>;
}

export async function generateMetadata({ params }: CoursePageProps): Promise<Metadata> {
  const { courseId } = await params;
  const api = await caller();
  const frame = await forPage(api.course.frame({ courseId }), `/courses/${courseId}`);
  return { title: frame.course.title };
}

export default async function CoursePage({ params }: CoursePageProps) {
  const { courseId } = await params;
  const here = `/courses/${courseId}`;
  const api = await caller();
  const [frame, overview] = await Promise.all([
    forPage(api.course.frame({ courseId }), here),
    forPage(api.course.overview({ courseId }), here),
  ]);
  return (
    <CourseFrame frame={frame} at="course">
      <CoursePlan courseId={courseId} overview={overview} staff={frame.staff} canManage={frame.can.manage} />
    </CourseFrame>
  );
}
