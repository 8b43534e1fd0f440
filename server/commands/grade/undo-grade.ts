import { type GradeUndo, saysTheSame } from "@/domain/grading/grade";
import { afterAct } from "@/domain/grading/grade-act";
import { contentBefore } from "@/domain/grading/history";
import { totalOf } from "@/domain/grading/measure";
import { refuse } from "@/domain/refusal";
import { advanceGrade, whileMeasured } from "@/server/adapters/grades";
import type { CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, refuseStale, stateOf } from "@/server/queries/grade";

/** Whether this person has already put back what stood at this version. */
const wasMade = (access: CourseAccess, grade: GradeView, input: GradeUndo) =>
  grade.history.some(
    (step) =>
      step.act === "undo" && step.version === input.version + 1 && step.actorId === access.actor.membershipId,
  );

/**
 * Puts back what a grade said before it was last saved or put back; the history keeps both. Owes a reason where the
 * student has seen it, and refuses `requirements-missing` where they would then see less than the whole.
 */
export async function undoGrade(access: CourseAccess, input: GradeUndo, now: Date): Promise<GradeView> {
  const found = await findGrade(access, input.assignmentId, input.studentId);
  const { grade, measure } = found;
  if (!grade) refuse({ code: "not-found" });
  if (wasMade(access, grade, input)) return grade;
  if (grade.version !== input.version) return refuseStale(grade);

  const before = contentBefore(grade.history);
  if (!before) return grade;
  const { reason } = input;
  const state = afterAct(stateOf(grade), { act: "undo", content: before, reason }, measure);
  if (saysTheSame(state, grade)) return grade;
  const done = await whileMeasured(input.assignmentId, found.gauge, (tx) =>
    advanceGrade(tx, {
      gradeId: grade.id,
      courseId: access.courseId,
      studentId: found.studentId,
      actorId: access.actor.membershipId,
      act: "undo",
      version: input.version + 1,
      state,
      total: totalOf(measure, state),
      reason: state.released ? reason : null,
      at: now,
    }),
  );
  if (done === "remeasured") return undoGrade(access, input, now);
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  return after && (done || wasMade(access, after, input)) ? after : refuseStale(after);
}
