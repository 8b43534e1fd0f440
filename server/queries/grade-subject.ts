import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type GradeView, gradeFields, toGrade } from "./grade";
import type { GradingFrame } from "./grade-frame";
import { calledIn } from "./grade-key";
import { placedFields, type QueueStudent, toQueueStudent } from "./grade-queue";
import {
  commentsIn,
  commentsOf,
  type ReadingRow,
  type ReadingWork,
  type ResponseWork,
  responsesIn,
  responsesOf,
} from "./grade-work";

export interface SubjectView {
  student: QueueStudent;
  grade: GradeView | null;
  readings: ReadingWork[];
  responses: ResponseWork[];
}

/** Selects the texts that work is laid out on. */
export const readingFields = {
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
} as const;

const latest = (dates: (Date | null)[]): Date | null =>
  dates.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

/** One student of the queue: their work, and their grade with all it has said. Two statements. */
export async function subjectOf(
  access: CourseAccess,
  frame: GradingFrame,
  readings: readonly ReadingRow[],
  key: Id,
): Promise<SubjectView> {
  const { courseId } = access;
  const { assignmentId } = frame;
  const row = await db().membership.findFirst({
    where: { courseId, role: "student", withdrawnAt: null, ...calledIn(assignmentId, key) },
    select: {
      ...placedFields,
      grades: { where: { assignmentId }, select: gradeFields },
      responses: responsesIn(access, assignmentId),
      comments: commentsIn(access, readings),
    },
  });
  if (!row) refuse({ code: "not-found" });
  const { dueAt } = frame.datesOf(
    row.id,
    row.groups.map((group) => group.groupId),
  );
  const own = row.comments;
  const answers = row.responses.filter((one) => one.parent === null);
  const student = toQueueStudent(frame, row, {
    answeredAt: latest(answers.map((one) => latest([one.submittedAt, one.editedAt]))),
    commentedAt: latest(own.filter((one) => one.parentId === null).map((one) => one.createdAt)),
    latestAt: latest([
      ...own.map((one) => latest([one.createdAt, one.editedAt])),
      ...row.responses.map((one) => latest([one.submittedAt, one.editedAt])),
    ]),
  });
  const grade = row.grades[0];
  return {
    student,
    grade: grade ? toGrade(grade, frame.measure) : null,
    readings: await commentsOf(access, frame, { own, readings, dueAt }),
    responses: responsesOf(frame, row.responses, dueAt),
  };
}
