import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** Selects the parts of a course's grade, on the course. */
export const categoryFields = {
  categoriesVersion: true,
  categories: {
    select: { id: true, name: true, weight: true, dropLowest: true },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.CourseSelect;

type CategoriesRow = Prisma.CourseGetPayload<{ select: typeof categoryFields }>;

export interface CategoryView {
  id: Id;
  name: string;
  /** A decimal, in per cent of the course. */
  weight: string;
  dropLowest: number;
}

export interface CategoriesView {
  version: number;
  categories: CategoryView[];
}

export const toCategories = (row: CategoriesRow): CategoriesView => ({
  version: row.categoriesVersion,
  categories: row.categories.map((each) => ({ ...each, weight: showPoints(hundredths(each.weight)) })),
});

/** The parts of the course's grade, for staff. One statement. */
export async function categoriesOf(access: CourseAccess): Promise<CategoriesView> {
  authorize(access, "grade.write");
  const row = await db().course.findUnique({ where: { id: access.courseId }, select: categoryFields });
  return row ? toCategories(row) : refuse({ code: "not-found" });
}
