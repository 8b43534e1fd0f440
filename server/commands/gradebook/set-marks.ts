import { type GradeContent, saysTheSame, untouched } from "@/domain/grading/grade";
import { afterAct } from "@/domain/grading/grade-act";
import { type MarksSet, withMark } from "@/domain/grading/mark";
import { totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { type Refusal, Refused, refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { advanceGrade, beginGrade, whileMeasured } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade, type GradeView, stateOf } from "@/server/queries/grade";

type MarkSet = MarksSet["marks"][number];

/** What became of one mark: the grade's version now, or why it stays as it was. */
export interface MarkOutcome {
  assignmentId: Id;
  studentId: Id;
  version: number;
  /** Whether it was this person who wrote what stands there: the mark may have stood already. */
  written: boolean;
  refusal: Refusal | null;
}

/**
 * Enters marks by hand, each in a transaction of its own: one that somebody else changed meanwhile, or that cannot be,
 * stays as it is and says why, and the rest are written. A mark that stands already changes nothing.
 */
export async function setMarks(
  access: CourseAccess,
  { marks, reason }: MarksSet,
  now: Date,
): Promise<MarkOutcome[]> {
  authorize(access, "grade.write");
  const gone = await withdrawnAmong(
    access,
    marks.map(({ studentId }) => studentId),
  );
  const outcomes: MarkOutcome[] = [];
  for (const each of marks) {
    const { assignmentId, studentId } = each;
    const place = { assignmentId, studentId };
    try {
      if (gone.has(studentId)) refuse({ code: "not-found" });
      outcomes.push({ ...place, ...(await setMark(access, each, reason, now)), refusal: null });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      outcomes.push({ ...place, version: each.version, written: false, refusal: error.refusal });
    }
  }
  return outcomes;
}

/** Who is not in the gradebook any longer. One statement. */
async function withdrawnAmong({ courseId }: CourseAccess, ids: Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db().membership.findMany({
    where: { courseId, id: { in: ids }, withdrawnAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Whether this person made this very version by hand: what is sent again says so again. */
const wasMade = (access: CourseAccess, grade: GradeView, version: number): boolean => {
  const last = grade.history.at(-1);
  return last?.act === "save" && last.version === version && last.actorId === access.actor.membershipId;
};

async function setMark(
  access: CourseAccess,
  each: MarkSet,
  reason: string,
  now: Date,
): Promise<Pick<MarkOutcome, "version" | "written">> {
  const { assignmentId, studentId, version } = each;
  const { grade, measure, gauge } = await findGrade(access, assignmentId, studentId);
  const content: GradeContent = withMark(grade, each.mark);
  if (grade && saysTheSame(grade, content)) {
    return { version: grade.version, written: wasMade(access, grade, version + 1) };
  }
  if ((grade?.version ?? 0) !== version) {
    refuse({ code: "stale", current: { version: grade?.version ?? 0, text: grade?.total ?? "" } });
  }
  const state = afterAct(grade ? stateOf(grade) : untouched, { act: "save", content, reason }, measure);
  const change = {
    gradeId: grade?.id ?? each.id,
    courseId: access.courseId,
    studentId,
    actorId: access.actor.membershipId,
    act: "save" as const,
    version: version + 1,
    state,
    total: totalOf(measure, state),
    reason: state.released ? reason : null,
    at: now,
  };
  const done = await whileMeasured(assignmentId, gauge, (tx) =>
    grade ? advanceGrade(tx, change) : beginGrade(tx, assignmentId, change),
  );
  if (done === true) return { version: version + 1, written: true };
  // No grade for this student, and none could be begun: the id belongs to another one.
  if (done === false && !(await findGrade(access, assignmentId, studentId)).grade)
    refuse({ code: "id-taken" });
  // Somebody came first: what they left is looked at anew.
  return setMark(access, each, reason, now);
}
