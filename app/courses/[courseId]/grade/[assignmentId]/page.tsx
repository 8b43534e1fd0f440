import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { GradeDesk } from "@/components/grading/grade-desk";
import { GradePanels } from "@/components/grading/grade-panels";
import { GradeQueue } from "@/components/grading/grade-queue";
import "@/components/grading/grading.css";
import { ReleaseDrafts } from "@/components/grading/release-drafts";
import { StudentWork } from "@/components/grading/student-work";
import { Blank } from "@/components/ui/blank";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string; assignmentId: string }>;
  searchParams: Promise<{ student?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grade"))("title") };
}

/** The grading queue: whom, what they wrote, and what it is worth. */
export default async function GradeAssignmentPage({ params, searchParams }: Props) {
  const { courseId, assignmentId } = await params;
  const { student: asked } = await searchParams;
  const studentId = typeof asked === "string" ? asked : null;
  const base = `/courses/${courseId}/grade/${assignmentId}`;
  const hrefOf = (id: string) => `${base}?student=${id}`;
  const here = studentId ? hrefOf(studentId) : base;
  const api = await caller();
  const [frame, page] = await Promise.all([
    forPage(api.course.frame({ courseId }), here),
    forPage(api.grade.page({ courseId, assignmentId, studentId }), here),
  ]);
  const { assignment, students, subject } = page;
  if (!studentId && subject) redirect(hrefOf(subject.student.id));

  const t = await getTranslations("grade");
  const at = students.findIndex((student) => student.id === subject?.student.id);
  const neighbour = (id: string | undefined) => (id ? hrefOf(id) : null);
  const canRelease = frame.role === "instructor";
  const place = { courseId, timeZone: frame.course.timeZone };
  const drafts = students
    .filter((student) => student.complete && student.state !== "released")
    .map(({ id, version }) => ({ studentId: id, version }));
  const keys = [
    { keys: ["n", "p"], label: t("keys.student") },
    { keys: ["1", "–", "5"], label: t("keys.level") },
    { keys: ["f"], label: t("keys.feedback") },
    { keys: ["⌘/Ctrl", "↵"], label: t("keys.saveNext") },
    { keys: ["?"], label: t("keys.all") },
  ];
  return (
    <CourseFrame
      frame={frame}
      at="grade"
      crumb={assignment.title}
      where={subject ? t("where", { at: at + 1, of: students.length }) : undefined}
      keys={keys}
    >
      <div className="page-grade">
        <GradePanels
          studentId={subject?.student.id ?? null}
          queue={
            <GradeQueue students={students} currentId={subject?.student.id ?? null} hrefOf={hrefOf}>
              {canRelease && (
                <ReleaseDrafts
                  courseId={courseId}
                  assignmentId={assignmentId}
                  title={assignment.title}
                  drafts={drafts}
                />
              )}
            </GradeQueue>
          }
          page={
            <main className="page" id="main" tabIndex={-1}>
              {subject ? (
                <StudentWork subject={subject} place={place} />
              ) : (
                <Blank title={t("noStudents")}>
                  <p>{t("noStudentsMore")}</p>
                </Blank>
              )}
            </main>
          }
          desk={
            subject && (
              <GradeDesk
                key={subject.student.id}
                place={{ courseId, assignmentId, studentId: subject.student.id, personId: frame.me.id }}
                name={subject.student.name}
                measure={page.measure}
                grade={subject.grade}
                staff={page.staff}
                timeZone={frame.course.timeZone}
                canRelease={canRelease}
                previous={neighbour(students[at - 1]?.id)}
                next={neighbour(students[at + 1]?.id)}
                keys={keys}
              />
            )
          }
        />
      </div>
    </CourseFrame>
  );
}
