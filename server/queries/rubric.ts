import { hundredths, showPoints, sumOf } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** Selects a rubric in its order. */
export const rubricFields = {
  id: true,
  title: true,
  holistic: true,
  version: true,
  criteria: {
    where: { removedAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      description: true,
      levels: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: { id: true, name: true, points: true },
      },
    },
  },
} as const satisfies Prisma.RubricSelect;

export type RubricRow = Prisma.RubricGetPayload<{ select: typeof rubricFields }>;

export interface CriterionView {
  id: Id;
  name: string;
  description: string;
  /** From the least to the most; points are decimals. */
  levels: { id: Id; name: string; points: string }[];
}

export interface RubricView {
  id: Id;
  title: string;
  /** One criterion that judges the whole, in place of several. */
  holistic: boolean;
  version: number;
  criteria: CriterionView[];
  /** The sum of the best levels, a decimal. */
  most: string;
}

export function toRubric(row: RubricRow): RubricView {
  const criteria = row.criteria.map((criterion) => ({
    ...criterion,
    levels: criterion.levels.map((level) => ({ ...level, points: showPoints(hundredths(level.points)) })),
  }));
  const best = row.criteria.map((criterion) =>
    Math.max(0, ...criterion.levels.map((level) => hundredths(level.points))),
  );
  const { id, title, holistic, version } = row;
  return { id, title, holistic, version, criteria, most: showPoints(sumOf(best)) };
}

/** The course's rubrics by title, for staff. One statement. */
export async function rubricsOf(access: CourseAccess): Promise<RubricView[]> {
  return (await rubricList(access)).map(({ usedIn: _, ...rubric }) => rubric);
}

export interface ListedRubric extends RubricView {
  /** The assignments graded by it, with how many grades have begun in each. */
  usedIn: { id: Id; title: string; graded: number }[];
}

/** The course's rubrics by title with where each is used, for staff. One statement. */
export async function rubricList(access: CourseAccess): Promise<ListedRubric[]> {
  authorize(access, "rubric.write");
  const rows = await db().rubric.findMany({
    where: { courseId: access.courseId, removedAt: null },
    select: {
      ...rubricFields,
      assignments: {
        select: { id: true, title: true, _count: { select: { grades: true } } },
        orderBy: { position: "asc" },
      },
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...toRubric(row),
    usedIn: row.assignments.map(({ id, title, _count }) => ({ id, title, graded: _count.grades })),
  }));
}

/** A rubric of the course's; refuses `not-found` for one that was taken off the list. */
export async function findRubric(access: CourseAccess, id: Id): Promise<RubricView> {
  authorize(access, "rubric.write");
  const row = await db().rubric.findUnique({
    where: { id, courseId: access.courseId, removedAt: null },
    select: rubricFields,
  });
  return row ? toRubric(row) : refuse({ code: "not-found" });
}
