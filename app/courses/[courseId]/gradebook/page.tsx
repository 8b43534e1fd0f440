import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { GradebookTable } from "@/components/grading/gradebook-table";
import "@/components/grading/gradebook.css";
import { Blank } from "@/components/ui/blank";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gradebook"))("title") };
}

/** All students by all assignments. A student is led to their own grades. */
export default async function GradebookPage({ params }: Props) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/gradebook`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  if (frame.role === "student") redirect(`/courses/${courseId}/grades`);
  const book = await forPage(api.gradebook.table({ courseId }), here);
  const t = await getTranslations("gradebook");
  const toGrade = book.assignments.reduce((count, assignment) => count + assignment.toGrade, 0);
  return (
    <CourseFrame frame={frame} at="gradebook" crumb={t("title")}>
      <div className="page-gradebook">
        <main className="work" id="main">
          <header className="top">
            <div className="ttl">
              <h1 className="head-1">{t("title")}</h1>
              <p className="soft">
                {t.rich("summary", {
                  students: book.students.length,
                  toGrade,
                  b: (text) => <b>{text}</b>,
                })}
              </p>
            </div>
          </header>
          {book.students.length === 0 || book.assignments.length === 0 ? (
            <Blank title={t(book.students.length === 0 ? "noStudents" : "noAssignments")}>
              <p>{t(book.students.length === 0 ? "noStudentsMore" : "noAssignmentsMore")}</p>
            </Blank>
          ) : (
            <GradebookTable book={book} courseId={courseId} timeZone={frame.course.timeZone} />
          )}
        </main>
      </div>
    </CourseFrame>
  );
}
