import type { GradeRelease } from "@/domain/grading/grade";
import { afterAct } from "@/domain/grading/grade-act";
import { totalOf } from "@/domain/grading/measure";
import { refuse } from "@/domain/refusal";
import { advanceGrade, whileMeasured } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, refuseStale, stateOf } from "@/server/queries/grade";

/**
 * Shows a grade to its student, as it stood at the version seen. Releasing what is released changes nothing. Refuses
 * `requirements-missing` while criteria are open and `stale` when it was changed meanwhile.
 */
export async function releaseGrade(access: CourseAccess, input: GradeRelease, now: Date): Promise<GradeView> {
  authorize(access, "grade.release");
  const found = await findGrade(access, input.assignmentId, input.studentId);
  const { grade, measure } = found;
  if (!grade) refuse({ code: "not-found" });
  const isRepeat = grade.stage === "released" && input.version >= grade.version - 1;
  if (isRepeat) return grade;
  if (grade.version !== input.version) return refuseStale(grade);

  const state = afterAct(stateOf(grade), { act: "release" }, measure);
  const done = await whileMeasured(input.assignmentId, found.gauge, (tx) =>
    advanceGrade(tx, {
      gradeId: grade.id,
      courseId: access.courseId,
      studentId: found.studentId,
      actorId: access.actor.membershipId,
      act: "release",
      version: input.version + 1,
      state,
      total: totalOf(measure, state),
      reason: null,
      at: now,
    }),
  );
  if (done === "remeasured") return releaseGrade(access, input, now);
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  const twinDidIt = after?.stage === "released" && after.version === input.version + 1;
  return after && (done || twinDidIt) ? after : refuseStale(after);
}
