import { afterAct, type GradeRelease } from "@/domain/grading/grade";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { advanceGrade } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, stateOf } from "@/server/queries/grade";

/**
 * Shows a grade to its student, as it stood at the version seen. Releasing what is released changes nothing. Refuses
 * `requirements-missing` while criteria are open and `stale` when it was changed meanwhile.
 */
export async function releaseGrade(access: CourseAccess, input: GradeRelease, now: Date): Promise<GradeView> {
  authorize(access, "grade.release");
  const { grade, measure } = await findGrade(access, input.assignmentId, input.studentId);
  if (!grade) refuse({ code: "not-found" });
  const isRepeat = grade.stage === "released" && input.version >= grade.version - 1;
  if (isRepeat) return grade;
  const stale = { code: "stale", current: { version: grade.version, text: grade.feedback } } as const;
  if (grade.version !== input.version) refuse(stale);

  const state = afterAct(stateOf(grade), { act: "release" }, measure);
  const done = await transaction((tx) =>
    advanceGrade(tx, {
      gradeId: grade.id,
      courseId: access.courseId,
      studentId: input.studentId,
      actorId: access.actor.membershipId,
      act: "release",
      version: input.version + 1,
      state,
      reason: null,
      at: now,
    }),
  );
  const after = (await findGrade(access, input.assignmentId, input.studentId)).grade;
  const twinDidIt = after?.stage === "released" && after.version === input.version + 1;
  return after && (done || twinDidIt) ? after : refuse(stale);
}
