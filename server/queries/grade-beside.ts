import { extensionFor } from "@/domain/access/own-schedule";
import { isBlind } from "@/domain/access/policy";
import { totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import type { ParticipationResult } from "@/domain/participation/result";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { measureFields, toMeasure } from "./grade";
import { blindFields, calledIn } from "./grade-key";
import { givenFields, givenIn } from "./grade-standing";
import { participationFields, participationOf } from "./participation";

export interface Beside {
  /**
   * The student's other assignments, in their order; null while this one is graded blind, for they would tell whose
   * work it is. Of one that is itself graded blind there is no total.
   */
  others: { id: Id; title: string; total: string | null; most: string; released: boolean }[] | null;
  /** What is suggested for taking part, with its reasons; null where it is worth no points. */
  participation: ParticipationResult | null;
  /** How often each level was given so far, by criterion and level. */
  levels: Record<Id, Record<Id, number>>;
}

/**
 * What stands beside a student's work: their other work, what taking part is worth, and how the class was marked so far.
 * Five statements.
 */
export async function gradeBeside(access: CourseAccess, assignmentId: Id, key: Id): Promise<Beside> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [assignment, student, marks] = await Promise.all([
    db().assignment.findUnique({
      where: { id: assignmentId, courseId },
      select: {
        ...participationFields,
        ...blindFields,
        extensions: { select: { studentId: true, groupId: true, dueAt: true, closesAt: true } },
      },
    }),
    db().membership.findFirst({
      where: { courseId, role: "student", ...calledIn(assignmentId, key) },
      select: { id: true, groups: { select: { groupId: true } } },
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
  const person = { membershipId: student.id, groupIds: student.groups.map(({ groupId }) => groupId) };
  const own = extensionFor(assignment.extensions, person);
  const { dueAt, closesAt } = own ?? assignment;
  const [others, participation] = await Promise.all([
    isBlind(assignment) ? null : othersOf(courseId, assignmentId, student.id),
    participationOf(access, { ...assignment, dueAt, closesAt }, student.id),
  ]);
  return { others, participation, levels };
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
