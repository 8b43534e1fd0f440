import { isBlind } from "@/domain/access/policy";
import { totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { measureFields, toMeasure } from "./grade";
import { blindFields, calledIn } from "./grade-key";
import { givenFields, givenIn } from "./grade-standing";

export interface Beside {
  /**
   * The student's other assignments, in their order; null while this one is graded blind, for they would tell whose
   * work it is. Of one that is itself graded blind there is no total.
   */
  others: { id: Id; title: string; total: string | null; most: string; released: boolean }[] | null;
  /** How often each level was given so far, by criterion and level. */
  levels: Record<Id, Record<Id, number>>;
}

/** What stands beside a student's work: their other work, and how the class was marked so far. Four statements. */
export async function gradeBeside(access: CourseAccess, assignmentId: Id, key: Id): Promise<Beside> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [assignment, student, marks] = await Promise.all([
    db().assignment.findUnique({ where: { id: assignmentId, courseId }, select: blindFields }),
    db().membership.findFirst({
      where: { courseId, role: "student", ...calledIn(assignmentId, key) },
      select: { id: true },
    }),
    db().gradeMark.groupBy({
      by: ["criterionId", "levelId"],
      where: { courseId, grade: { assignmentId } },
      _count: true,
    }),
  ]);
  if (!assignment || !student) refuse({ code: "not-found" });
  const levels: Beside["levels"] = {};
  for (const { criterionId, levelId, _count } of marks) {
    levels[criterionId] = { ...levels[criterionId], [levelId]: _count };
  }
  return { others: isBlind(assignment) ? null : await othersOf(courseId, assignmentId, student.id), levels };
}

async function othersOf(
  courseId: Id,
  assignmentId: Id,
  studentId: Id,
): Promise<NonNullable<Beside["others"]>> {
  const rows = await db().assignment.findMany({
    where: { courseId, id: { not: assignmentId }, publishedAt: { not: null } },
    orderBy: { position: "asc" },
    select: {
      ...measureFields,
      ...blindFields,
      id: true,
      title: true,
      grades: { where: { studentId }, select: { ...givenFields, releasedAt: true } },
    },
  });
  return rows.map((row) => {
    const measure = toMeasure(row);
    const grade = isBlind(row) ? undefined : row.grades[0];
    return {
      id: row.id,
      title: row.title,
      most: measure.most,
      total: grade ? totalOf(measure, givenIn(grade)) : null,
      released: grade?.releasedAt != null,
    };
  });
}
