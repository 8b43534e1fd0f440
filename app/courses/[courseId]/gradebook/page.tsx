import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { GradebookPage } from "@/components/gradebook/gradebook-page";
import "@/components/gradebook/gradebook.css";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gradebook"))("title") };
}

/** All students by all assignments. A student is led to their own grades. */
export default async function Page({ params }: Props) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/gradebook`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  if (frame.role === "student") redirect(`/courses/${courseId}/grades`);
  const book = await forPage(api.gradebook.table({ courseId }), here);
  const t = await getTranslations("gradebook");
  const keys = [
    { keys: ["←", "↑", "↓", "→"], label: t("keys.cell") },
    { keys: ["0–9"], label: t("keys.mark") },
    { keys: ["↵"], label: t("keys.save") },
    { keys: ["m"], label: t("keys.missing") },
    { keys: ["x"], label: t("keys.excused") },
    { keys: ["g"], label: t("keys.grade") },
    { keys: ["/"], label: t("keys.find") },
    { keys: ["?"], label: t("keys.all") },
  ];
  const more = [
    { keys: ["Home", "End"], label: t("keys.row") },
    { keys: ["Ctrl", "Home"], label: t("keys.first") },
    { keys: ["Ctrl", "End"], label: t("keys.last") },
    { keys: ["PgUp", "PgDn"], label: t("keys.page") },
    { keys: ["⌘/Ctrl", "Z"], label: t("keys.undo") },
    { keys: ["Tab"], label: t("keys.across") },
    { keys: ["Esc"], label: t("keys.leave") },
  ];
  return (
    <CourseFrame
      frame={frame}
      at="gradebook"
      crumb={t("title")}
      keys={keys}
      allKeys={[...keys, ...more]}
      slots
    >
      <div className="page-gradebook">
        <GradebookPage
          initial={book}
          courseId={courseId}
          meId={frame.me.id}
          timeZone={frame.course.timeZone}
          isInstructor={frame.role === "instructor"}
        />
      </div>
    </CourseFrame>
  );
}
