import { firstToGrade } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { toMeasure } from "./grade";
import { frameFields, toFrame } from "./grade-frame";
import { membersToGrade, type QueueStudent } from "./grade-queue";
import { readingFields, type SubjectView, subjectOf } from "./grade-subject";

const pageFields = (access: CourseAccess) =>
  ({
    ...frameFields(access),
    title: true,
    readings: readingFields,
    prompts: { orderBy: { position: "asc" }, select: { id: true, title: true } },
  }) as const;

export interface GradePage {
  assignment: {
    id: Id;
    title: string;
    dueAt: Date;
    closesAt: Date;
    rubricId: Id | null;
    prompts: { id: Id; title: string }[];
    /** Whether students go by aliases now; `namesShownAt` says since when they no longer do. */
    blind: boolean;
    namesShownAt: Date | null;
    language: string;
  };
  measure: ReturnType<typeof toMeasure>;
  students: QueueStudent[];
  staff: Record<Id, string>;
  /** Null when nobody is enrolled. */
  subject: SubjectView | null;
}

/**
 * The grading queue with one student's work laid out. Without a key it is whoever comes first. Five statements. Refuses
 * `not-allowed` to students, and `not-found` for somebody who is not in the queue.
 */
export async function gradePage(access: CourseAccess, assignmentId: Id, key: Id | null): Promise<GradePage> {
  authorize(access, "grade.write");
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: pageFields(access),
  });
  if (!row) refuse({ code: "not-found" });
  const frame = toFrame(access, row);
  const { students, staff } = await membersToGrade(access, frame);
  const { id, title, dueAt, closesAt, prompts, namesShownAt } = row;
  const page = {
    assignment: {
      id,
      title,
      dueAt,
      closesAt,
      rubricId: row.rubric?.id ?? null,
      prompts,
      blind: frame.aliases !== null,
      namesShownAt,
      language: frame.language,
    },
    measure: toMeasure(row),
    students,
    staff,
  };
  const student = key ? students.find((one) => one.id === key) : firstToGrade(students);
  if (!student && key) refuse({ code: "not-found" });
  if (!student) return { ...page, subject: null };
  return { ...page, subject: await subjectOf(access, frame, row.readings, student.id) };
}

/** One student's work and grade, to be at hand before they are turned to. Three statements. Refuses as the page does. */
export async function gradeNext(access: CourseAccess, assignmentId: Id, key: Id): Promise<SubjectView> {
  authorize(access, "grade.write");
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: { ...frameFields(access), readings: readingFields },
  });
  if (!row) refuse({ code: "not-found" });
  return subjectOf(access, toFrame(access, row), row.readings, key);
}
