import { firstToGrade } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { type GradeView, gradeFields, measureFields, toGrade, toMeasure } from "./grade";
import { membersToGrade, type QueueStudent } from "./grade-queue";
import { type ReadingWork, type ResponseWork, workOf } from "./grade-work";

const assignmentFields = {
  ...measureFields,
  id: true,
  title: true,
  dueAt: true,
  groupSetId: true,
  readings: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      version: {
        select: {
          title: true,
          origin: true,
          language: true,
          paragraphs: {
            orderBy: { position: "asc" },
            select: { id: true, number: true, kind: true, text: true, language: true },
          },
        },
      },
    },
  },
  prompts: { orderBy: { position: "asc" }, select: { id: true, title: true, body: true } },
} as const;

export interface GradePage {
  assignment: { id: Id; title: string; dueAt: Date };
  measure: ReturnType<typeof toMeasure>;
  students: QueueStudent[];
  staff: Record<Id, string>;
  /** Null when nobody is enrolled. */
  subject: {
    student: QueueStudent;
    grade: GradeView | null;
    readings: ReadingWork[];
    responses: ResponseWork[];
  } | null;
}

/**
 * The grading queue with one student's work laid out. Without `studentId` it is whoever comes first. Six statements.
 * Refuses `not-allowed` to students, and `not-found` for somebody who is not in the queue.
 */
export async function gradePage(
  access: CourseAccess,
  assignmentId: Id,
  studentId: Id | null,
): Promise<GradePage> {
  authorize(access, "grade.write");
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: assignmentFields,
  });
  if (!row) refuse({ code: "not-found" });
  const { id, title, dueAt } = row;
  const measure = toMeasure(row);
  const { students, staff } = await membersToGrade(access, row, measure);
  const page = { assignment: { id, title, dueAt }, measure, students, staff };

  const student = studentId ? students.find((one) => one.id === studentId) : firstToGrade(students);
  if (!student && studentId) refuse({ code: "not-found" });
  if (!student) return { ...page, subject: null };
  const [grade, work] = await Promise.all([
    db().grade.findUnique({
      where: { assignmentId_studentId: { assignmentId, studentId: student.id }, courseId: access.courseId },
      select: gradeFields,
    }),
    workOf(access, row, student.id),
  ]);
  return { ...page, subject: { student, grade: grade ? toGrade(grade, measure) : null, ...work } };
}
