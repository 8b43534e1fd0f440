import { blank, contentIn, type GradeSave, saysTheSame, untouched } from "@/domain/grading/grade";
import { afterAct } from "@/domain/grading/grade-act";
import { totalOf } from "@/domain/grading/measure";
import { refuse } from "@/domain/refusal";
import { advanceGrade, beginGrade, whileMeasured } from "@/server/adapters/grades";
import type { CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, refuseStale, stateOf } from "@/server/queries/grade";
import { checkRemarks } from "@/server/queries/grade-remarks";

/** Whether this very save has already been made, by this person, from this version. */
const wasMade = (access: CourseAccess, grade: GradeView, input: GradeSave) =>
  grade.history.some(
    (step) =>
      step.act === "save" &&
      step.version === input.version + 1 &&
      step.actorId === access.actor.membershipId &&
      saysTheSame(step.state, input),
  );

/**
 * Saves a grade made on a known version (0: there was none). A repeated save changes nothing; one made on an older
 * version is refused as `stale`. What is released stays released, and then a reason is owed. Refuses `not-found` for
 * a remark on what is not the student's in this assignment.
 */
export async function saveGrade(access: CourseAccess, input: GradeSave, now: Date): Promise<GradeView> {
  const { assignmentId } = input;
  const { grade, measure, gauge, studentId } = await findGrade(access, assignmentId, input.studentId);
  if (grade && wasMade(access, grade, input)) return grade;
  if ((grade?.version ?? 0) !== input.version) await refuseSave(access, input);
  if (grade && saysTheSame(grade, input)) return grade;

  const known = grade ?? blank;
  await checkRemarks(access, { assignmentId, studentId, measure }, known.remarks, input.remarks);
  const state = afterAct(
    grade ? stateOf(grade) : untouched,
    { act: "save", content: contentIn(input), reason: input.reason },
    measure,
  );
  const change = {
    gradeId: grade?.id ?? input.id,
    courseId: access.courseId,
    studentId,
    actorId: access.actor.membershipId,
    act: "save" as const,
    version: input.version + 1,
    state,
    total: totalOf(measure, state),
    reason: state.released ? input.reason : null,
    at: now,
  };
  const done = await whileMeasured(assignmentId, gauge, (tx) =>
    grade ? advanceGrade(tx, change) : beginGrade(tx, assignmentId, change),
  );
  if (done === "remeasured") return saveGrade(access, input, now);
  const after = (await findGrade(access, assignmentId, input.studentId)).grade;
  if (after && (done || wasMade(access, after, input))) return after;
  return refuseSave(access, input);
}

async function refuseSave(access: CourseAccess, input: GradeSave): Promise<never> {
  const { grade } = await findGrade(access, input.assignmentId, input.studentId);
  // No grade for this student, and none could be begun: the id belongs to another one.
  if (!grade && input.version === 0) refuse({ code: "id-taken" });
  return refuseStale(grade);
}
