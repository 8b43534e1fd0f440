import { hundredths, showPoints } from "@/domain/grading/points";
import { inQueueOrder } from "@/domain/grading/queue";
import { weigh, weightsOf } from "@/domain/grading/weighing";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { type CategoriesView, categoryFields, toCategories } from "./categories";
import { authorize, type CourseAccess } from "./course-access";
import {
  type Cells,
  type Column,
  cellOf,
  columnFields,
  countedIn,
  isReleased,
  rowFields,
  toColumn,
  waitsFor,
} from "./gradebook-cells";
import { handedIn, newestWork } from "./gradebook-work";

export interface GradebookAssignment {
  id: Id;
  /** From 1: its place in the course, by which a file of marks names it. */
  position: number;
  title: string;
  most: string;
  categoryId: Id | null;
  /** A decimal: beside the others of its category. */
  weight: string;
  dueAt: Date;
  opensAt: Date;
  published: boolean;
  opened: boolean;
  /** Graded without names, now. */
  blind: boolean;
  released: number;
  toGrade: number;
}

/**
 * A student's course so far, in per cent with one decimal; null while nothing counts. What is graded without names is
 * left out, for the points could be worked out from the sum.
 */
export interface SoFar {
  /** Of what is released. */
  released: number | null;
  /** Of all that was given, drafts too. */
  known: number | null;
  /** Left out as the lowest of their category, of what is released. */
  dropped: Id[];
}

export interface GradebookRow {
  id: Id;
  name: string;
  email: string;
  section: { id: Id; name: string } | null;
  /** The groups of any set this student stands in. */
  groups: { id: Id; name: string }[];
  groupPosition: number | null;
  /** By assignment. */
  cells: Cells;
  soFar: SoFar;
}

export interface Gradebook {
  language: string;
  assignments: GradebookAssignment[];
  categories: CategoriesView;
  students: GradebookRow[];
  groups: { id: Id; name: string }[];
  sections: { id: Id; name: string }[];
}

const distinct = <Named extends { id: Id }>(all: readonly Named[]): Named[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

/** All students by all assignments, for staff. Five statements. */
export async function gradebookOf(access: CourseAccess, now: Date): Promise<Gradebook> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [course, rows, members, work] = await Promise.all([
    db().course.findUnique({ where: { id: courseId }, select: { ...categoryFields, language: true } }),
    db().assignment.findMany({ where: { courseId }, orderBy: { position: "asc" }, select: columnFields }),
    db().membership.findMany({
      where: { courseId, role: "student", withdrawnAt: null },
      select: rowFields,
    }),
    newestWork(courseId),
  ]);
  if (!course) refuse({ code: "not-found" });
  const columns = rows.map(toColumn);
  const latest = handedIn(work, rows);
  const categories = toCategories(course);
  const weights = weightsOf(course.categories);

  const students = members.map((member): GradebookRow => {
    const cells = Object.fromEntries(
      columns.map((column) => [column.id, cellOf(column, member, latest(member.id, column.id), now)]),
    );
    const groups = member.groups.map(({ group }) => group);
    const released = weigh(countedIn(cells, columns, false), weights);
    return {
      id: member.id,
      name: member.user.name,
      email: member.user.email,
      section: member.section,
      groups: groups.map(({ id, name }) => ({ id, name })),
      groupPosition: groups[0]?.position ?? null,
      cells,
      soFar: {
        released: released.total,
        known: weigh(countedIn(cells, columns, true), weights).total,
        dropped: [...released.dropped],
      },
    };
  });
  const groups = distinct(members.flatMap((member) => member.groups.map(({ group }) => group)));
  const sections = distinct(members.flatMap(({ section }) => section ?? []));
  return {
    language: course.language,
    categories,
    assignments: columns.map((column) => ({
      ...toAssignment(column, now),
      released: members.filter((member) => isReleased(column, member)).length,
      toGrade: members.filter((member) => waitsFor(column, member, latest(member.id, column.id))).length,
    })),
    students: inQueueOrder(students, course.language),
    groups: groups.sort((one, other) => one.position - other.position).map(({ id, name }) => ({ id, name })),
    sections: sections.sort((one, other) => one.name.localeCompare(other.name, course.language)),
  };
}

function toAssignment(column: Column, now: Date): Omit<GradebookAssignment, "toGrade" | "released"> {
  const { id, position, title, measure, categoryId, dueAt, opensAt, publishedAt } = column;
  return {
    id,
    position,
    title,
    most: measure.most,
    categoryId,
    weight: showPoints(hundredths(column.weight)),
    dueAt,
    opensAt,
    published: publishedAt !== null,
    opened: publishedAt !== null && opensAt <= now,
    blind: column.isBlind,
  };
}
