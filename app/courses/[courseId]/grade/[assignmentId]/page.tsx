import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { GradeBench } from "@/components/grading/grade-bench";
import "@/components/grading/grading.css";
import "@/components/grading/desk/desk.css";
import "@/components/grading/work/work.css";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; assignmentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grade"))("title") };
}

/** The grading queue: whom, what they wrote, and what it is worth. */
export default async function GradeAssignmentPage({ params, searchParams }: Props) {
  const { courseId, assignmentId } = await params;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    if (typeof value === "string") query.set(name, value);
  }
  const studentId = query.get("student");
  const addressOf = () => `/courses/${courseId}/grade/${assignmentId}${query.size > 0 ? `?${query}` : ""}`;
  const here = addressOf();
  const api = await caller();
  const [frame, page] = await Promise.all([
    forPage(api.course.frame({ courseId }), here),
    forPage(api.grade.page({ courseId, assignmentId, studentId }), here),
  ]);
  const { assignment, subject } = page;
  if (!studentId && subject) {
    query.set("student", subject.student.id);
    redirect(addressOf());
  }

  const t = await getTranslations("grade");
  const keys = [
    { keys: ["n", "p"], label: t("keys.student") },
    { keys: ["j", "k"], label: t("keys.comment") },
    { keys: ["1", "–", "5"], label: t("keys.level") },
    { keys: ["f"], label: t("keys.feedback") },
    { keys: ["⌘/Ctrl", "↵"], label: t("keys.saveNext") },
    { keys: ["?"], label: t("keys.all") },
  ];
  const more = [
    { keys: ["r"], label: t("keys.response") },
    { keys: ["i"], label: t("keys.remark") },
    { keys: ["l"], label: t("keys.phrases") },
    { keys: ["a", "e"], label: t("keys.participation") },
    { keys: ["w"], label: t("keys.waive") },
    { keys: ["u"], label: t("keys.undo") },
    { keys: ["o"], label: t("keys.other") },
    { keys: ["."], label: t("keys.news") },
    { keys: ["m", "t", "b"], label: t("keys.settle") },
    { keys: ["Esc"], label: t("keys.leave") },
  ];
  return (
    <CourseFrame frame={frame} at="grade" crumb={assignment.title} keys={keys} slots>
      <GradeBench
        courseId={courseId}
        assignmentId={assignmentId}
        me={{ id: frame.me.id }}
        timeZone={frame.course.timeZone}
        canRelease={frame.role === "instructor"}
        initial={page}
        keys={[...keys, ...more]}
      />
    </CourseFrame>
  );
}
