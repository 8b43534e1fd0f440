import { can } from "@/domain/access/policy";
import { type Act, seenChanges } from "@/domain/grading/history";
import { totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type GradeView, gradeFields, measureFields, toGrade, toMeasure } from "./grade";
import { givenFields, givenIn } from "./grade-standing";
import { assignmentScope, gradeScope } from "./scope";

export interface OwnGradeLine {
  assignmentId: Id;
  title: string;
  dueAt: Date;
  most: string;
  /** A decimal; null while nothing is released. */
  total: string | null;
  releasedAt: Date | null;
}

/** A student's assignments with what has been released to them. One statement. */
export async function ownGrades(access: CourseAccess): Promise<OwnGradeLine[]> {
  const rows = await db().assignment.findMany({
    where: { courseId: access.courseId, ...assignmentScope(access.actor) },
    orderBy: { position: "asc" },
    select: {
      ...measureFields,
      id: true,
      title: true,
      dueAt: true,
      grades: {
        where: { studentId: access.actor.membershipId, ...gradeScope(access.actor) },
        select: { ...givenFields, releasedAt: true },
      },
    },
  });
  return rows.map((row) => {
    const grade = row.grades[0];
    const measure = toMeasure(row);
    return {
      assignmentId: row.id,
      title: row.title,
      dueAt: row.dueAt,
      most: measure.most,
      releasedAt: grade?.releasedAt ?? null,
      total: grade ? totalOf(measure, givenIn(grade)) : null,
    };
  });
}

export interface OwnGrade {
  assignment: { id: Id; title: string };
  measure: ReturnType<typeof toMeasure>;
  grade: Omit<GradeView, "history" | "version" | "complete" | "stage">;
  /** What happened in the open, oldest first; totals are decimals. */
  changes: {
    act: Act;
    by: string;
    at: Date;
    reason: string | null;
    from: string | null;
    to: string | null;
  }[];
}

/**
 * A student's own released grade with its rubric, feedback and what changed since. Two statements. Refuses `not-found`
 * while it is not released: a draft leaves no trace.
 */
export async function ownGrade(access: CourseAccess, assignmentId: Id): Promise<OwnGrade> {
  const { courseId, actor } = access;
  const row = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: {
      ...measureFields,
      id: true,
      title: true,
      publishedAt: true,
      grades: { where: { studentId: actor.membershipId, ...gradeScope(actor) }, select: gradeFields },
    },
  });
  const found = row?.grades[0];
  if (!row || !found || !can(actor, "assignment.see", row)) refuse({ code: "not-found" });
  const facts = { studentId: found.studentId, released: found.releasedAt !== null };
  if (!can(actor, "grade.see", facts)) refuse({ code: "not-found" });

  const measure = toMeasure(row);
  const {
    history,
    version: _version,
    complete: _complete,
    stage: _stage,
    ...grade
  } = toGrade(found, measure);
  const seen = seenChanges(history);
  const people = await db().membership.findMany({
    where: { courseId, id: { in: seen.map(({ step }) => step.actorId) } },
    select: { id: true, user: { select: { name: true } } },
  });
  const names = new Map(people.map((person) => [person.id, person.user.name]));
  return {
    assignment: { id: row.id, title: row.title },
    measure,
    grade,
    changes: seen.map(({ step, from, to }) => ({
      act: step.act,
      by: names.get(step.actorId) ?? "",
      at: step.at,
      reason: step.reason,
      from,
      to,
    })),
  };
}
