import { z } from "zod";
import { afterAct } from "@/domain/grading/grade-act";
import { isReady, totalOf } from "@/domain/grading/measure";
import { id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { version } from "@/domain/version";
import { db } from "@/server/adapters/db";
import { advanceGrade, whileMeasured } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { gaugeOf, gradeFields, measureFields, stateOf, toGrade, toMeasure } from "@/server/queries/grade";
import { aliasesFor, blindFields, keyIn } from "@/server/queries/grade-key";

export const draftsRelease = z.object({
  assignmentId: id,
  /** The drafts that were counted when this was confirmed, each at the version then seen. */
  drafts: z.array(z.object({ studentId: id, version })).max(2000),
});
export type DraftsRelease = z.infer<typeof draftsRelease>;

/**
 * Releases the drafts that were confirmed (one group's, or all), each in a transaction of its own. One that was changed
 * meanwhile, or is not complete, stays as it is: it is counted in `left`, and the rest go out.
 */
export async function releaseDrafts(access: CourseAccess, input: DraftsRelease, now: Date) {
  authorize(access, "grade.release");
  const { courseId, actor } = access;
  const { assignmentId } = input;
  const assignment = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: {
      ...measureFields,
      ...blindFields,
      grades: { where: { releasedAt: null }, select: gradeFields },
    },
  });
  if (!assignment) refuse({ code: "not-found" });
  const measure = toMeasure(assignment);
  const aliases = await aliasesFor(assignmentId, assignment);
  const seen = new Map(input.drafts.map((draft) => [draft.studentId, draft.version]));

  let released = 0;
  for (const row of assignment.grades) {
    const grade = toGrade(row, measure);
    const isSeen = seen.get(keyIn(aliases, row.studentId)) === grade.version;
    if (!isSeen || !isReady(measure, grade)) continue;
    const state = afterAct(stateOf(grade), { act: "release" }, measure);
    const done = await whileMeasured(assignmentId, gaugeOf(assignment), (tx) =>
      advanceGrade(tx, {
        gradeId: grade.id,
        courseId,
        studentId: row.studentId,
        actorId: actor.membershipId,
        act: "release",
        version: grade.version + 1,
        state,
        total: totalOf(measure, state),
        reason: null,
        at: now,
      }),
    );
    if (done === true) released++;
  }
  return { released, left: input.drafts.length - released };
}
