import { ownSchedule } from "@/domain/access/own-schedule";
import type { GradeStanding } from "@/domain/grading/measure";
import { totalOf } from "@/domain/grading/measure";
import { countedAs, countingIn, weigh, weightsOf } from "@/domain/grading/weighing";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { type CategoryView, categoryFields, toCategories } from "./categories";
import type { CourseAccess } from "./course-access";
import { measureFields, toMeasure } from "./grade";
import { givenFields, givenIn } from "./grade-standing";
import { assignmentScope, gradeScope } from "./scope";

export interface OwnGradeLine {
  assignmentId: Id;
  title: string;
  /** The student's own. */
  dueAt: Date;
  most: string;
  categoryId: Id | null;
  /** A decimal; null while nothing is released. */
  total: string | null;
  standing: GradeStanding;
  releasedAt: Date | null;
  /** Left out of the course's grade as the lowest of its category. */
  dropped: boolean;
}

export interface OwnGrades {
  lines: OwnGradeLine[];
  categories: CategoryView[];
  /** Per cent with one decimal, of what is released; null while nothing counts. */
  soFar: number | null;
}

/** A student's assignments with what has been released to them, and what it comes to. Two statements. */
export async function ownGrades(access: CourseAccess): Promise<OwnGrades> {
  const { actor, courseId } = access;
  const [course, rows] = await Promise.all([
    db().course.findUnique({ where: { id: courseId }, select: categoryFields }),
    db().assignment.findMany({
      where: { courseId, ...assignmentScope(actor) },
      orderBy: { position: "asc" },
      select: {
        ...measureFields,
        id: true,
        position: true,
        title: true,
        dueAt: true,
        closesAt: true,
        categoryId: true,
        weight: true,
        extensions: {
          where: { OR: [{ studentId: actor.membershipId }, { groupId: { in: [...actor.groupIds] } }] },
          select: { studentId: true, groupId: true, dueAt: true, closesAt: true },
        },
        grades: {
          where: { studentId: actor.membershipId, ...gradeScope(actor) },
          select: { ...givenFields, releasedAt: true },
        },
      },
    }),
  ]);
  if (!course) refuse({ code: "not-found" });
  const found = rows.map((row) => {
    const grade = row.grades[0];
    const measure = toMeasure(row);
    const total = grade ? totalOf(measure, givenIn(grade)) : null;
    return {
      row,
      measure,
      total,
      standing: grade?.standing ?? "graded",
      releasedAt: grade?.releasedAt ?? null,
    };
  });
  const { total: soFar, dropped } = weigh(
    found.flatMap(({ row, ...grade }) => countedAs(countingIn(row), grade) ?? []),
    weightsOf(course.categories),
  );
  return {
    soFar,
    categories: toCategories(course).categories,
    lines: found.map(({ row, measure, total, standing, releasedAt }) => ({
      assignmentId: row.id,
      title: row.title,
      dueAt: ownSchedule(actor, row).dueAt,
      most: measure.most,
      categoryId: row.categoryId,
      total,
      standing,
      releasedAt,
      dropped: dropped.has(row.id),
    })),
  };
}
