import type { GradeState } from "@/domain/grading/grade";
import type { Act } from "@/domain/grading/history";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";
import { recordAtDesk } from "./event-log";

export interface GradeChange {
  gradeId: Id;
  courseId: Id;
  studentId: Id;
  actorId: Id;
  act: Act;
  /** The version the change makes: one more than the one it was made on. */
  version: number;
  /** The whole state after the act. */
  state: GradeState;
  reason: string | null;
  at: Date;
}

const eventTypes = { save: "grade.saved", release: "grade.released", recall: "grade.recalled" } as const;

async function keepMarks(tx: Transaction, { gradeId, courseId, state }: GradeChange): Promise<void> {
  await tx.gradeMark.deleteMany({ where: { gradeId } });
  await tx.gradeMark.createMany({
    data: Object.entries(state.marks).map(([criterionId, levelId]) => ({
      gradeId,
      courseId,
      criterionId,
      levelId,
    })),
  });
}

async function record(tx: Transaction, change: GradeChange): Promise<void> {
  const { gradeId, courseId, studentId, actorId, act, version, state, reason, at } = change;
  await tx.gradeVersion.create({ data: { gradeId, courseId, version, actorId, act, state, reason, at } });
  await recordAtDesk(tx, {
    type: eventTypes[act],
    payload: { version, studentId },
    courseId,
    actorId,
    subjectId: gradeId,
    at,
  });
}

/** Begins a grade with its first save; false, changing nothing, when there already is one. */
export async function beginGrade(tx: Transaction, assignmentId: Id, change: GradeChange): Promise<boolean> {
  const { gradeId, courseId, studentId, actorId, version, state, at } = change;
  const { count } = await tx.grade.createMany({
    data: {
      id: gradeId,
      courseId,
      assignmentId,
      studentId,
      graderId: actorId,
      points: state.points,
      feedback: state.feedback,
      version,
      updatedAt: at,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await keepMarks(tx, change);
  await record(tx, change);
  return true;
}

/** Takes a grade one version further; false, changing nothing, when somebody else has done so meanwhile. */
export async function advanceGrade(tx: Transaction, change: GradeChange): Promise<boolean> {
  const { gradeId, courseId, actorId, act, version, state, at } = change;
  const what = {
    save: { points: state.points, feedback: state.feedback, graderId: actorId },
    release: { releasedAt: at },
    recall: { releasedAt: null },
  }[act];
  const { count } = await tx.grade.updateMany({
    where: { id: gradeId, courseId, version: version - 1 },
    data: { ...what, version, updatedAt: at },
  });
  if (count === 0) return false;
  if (act === "save") await keepMarks(tx, change);
  await record(tx, change);
  return true;
}
