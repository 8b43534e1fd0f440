import type { GradeRecall } from "@/domain/grading/grade";
import { afterAct } from "@/domain/grading/grade-act";
import { totalOf } from "@/domain/grading/measure";
import { refuse } from "@/domain/refusal";
import { advanceGrade, whileMeasured } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, refuseStale, stateOf } from "@/server/queries/grade";

/** Takes a released grade back, with a reason the student sees. Recalling what is not released changes nothing. */
export async function recallGrade(access: CourseAccess, input: GradeRecall, now: Date): Promise<GradeView> {
  authorize(access, "grade.release");
  const found = await findGrade(access, input.assignmentId, input.studentId);
  const { grade, measure } = found;
  if (!grade) refuse({ code: "not-found" });
  if (grade.stage !== "released") return grade;
  if (grade.version !== input.version) return refuseStale(grade);

  const state = afterAct(stateOf(grade), { act: "recall", reason: input.reason }, measure);
  const done = await whileMeasured(input.assignmentId, found.gauge, (tx) =>
    advanceGrade(tx, {
      gradeId: grade.id,
      courseId: access.courseId,
      studentId: found.studentId,
      actorId: access.actor.membershipId,
      act: "recall",
      version: input.version + 1,
      state,
      total: totalOf(measure, state),
      reason: input.reason,
      at: now,
    }),
  );
  if (done === "remeasured") return recallGrade(access, input, now);
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  return after && (done || after.stage === "recalled") ? after : refuseStale(after);
}
