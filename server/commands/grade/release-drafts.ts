import { z } from "zod";
import { afterAct } from "@/domain/grading/grade";
import { isComplete, isWithin, totalOf } from "@/domain/grading/measure";
import { id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { version } from "@/domain/version";
import { db, transaction } from "@/server/adapters/db";
import { advanceGrade } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { gradeFields, measureFields, stateOf, toGrade, toMeasure } from "@/server/queries/grade";

export const draftsRelease = z.object({
  assignmentId: id,
  /** The drafts that were counted when this was confirmed, each at the version then seen. */
  drafts: z.array(z.object({ studentId: id, version })).max(2000),
});
export type DraftsRelease = z.infer<typeof draftsRelease>;

/**
 * Releases the drafts that were confirmed, each in a transaction of its own. One that was changed meanwhile, or is not
 * complete, stays as it is: it is counted in `left`, and the rest go out.
 */
export async function releaseDrafts(access: CourseAccess, input: DraftsRelease, now: Date) {
  authorize(access, "grade.release");
  const { courseId, actor } = access;
  const assignment = await db().assignment.findUnique({
    where: { id: input.assignmentId, courseId },
    select: { ...measureFields, grades: { where: { releasedAt: null }, select: gradeFields } },
  });
  if (!assignment) refuse({ code: "not-found" });
  const measure = toMeasure(assignment);
  const seen = new Map(input.drafts.map((draft) => [draft.studentId, draft.version]));

  let released = 0;
  for (const row of assignment.grades) {
    const grade = toGrade(row, measure);
    const isReady = isComplete(measure, grade) && isWithin(measure, totalOf(measure, grade) ?? "");
    if (seen.get(row.studentId) !== grade.version || !isReady) continue;
    const done = await transaction((tx) =>
      advanceGrade(tx, {
        gradeId: grade.id,
        courseId,
        studentId: row.studentId,
        actorId: actor.membershipId,
        act: "release",
        version: grade.version + 1,
        state: afterAct(stateOf(grade), { act: "release" }, measure),
        reason: null,
        at: now,
      }),
    );
    if (done) released++;
  }
  return { released, left: input.drafts.length - released };
}
