import { hundredths, showPoints } from "@/domain/grading/points";
import { inQueueOrder } from "@/domain/grading/queue";
import { weigh, weightsOf } from "@/domain/grading/weighing";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { type CategoriesView, categoryFields, toCategories } from "./categories";
import { authorize, type CourseAccess } from "./course-access";
import {
  type BookStudent,
  type Cell,
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
import { gradesInBook } from "./gradebook-grades";
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
  const [course, members, grades, work] = await Promise.all([
    db().course.findUnique({
      where: { id: courseId },
      select: {
        ...categoryFields,
        language: true,
        assignments: { orderBy: { position: "asc" }, select: columnFields },
      },
    }),
    db().membership.findMany({
      where: { courseId, role: "student", withdrawnAt: null },
      select: rowFields,
    }),
    gradesInBook(courseId),
    newestWork(courseId),
  ]);
  if (!course) refuse({ code: "not-found" });
  const columns = course.assignments.map(toColumn);
  const latest = handedIn(work, course.assignments);
  const categories = toCategories(course);
  const weights = weightsOf(course.categories);
  const nothing: BookStudent["grades"] = new Map();
  const present = members.map(
    (row): BookStudent => ({
      row,
      groupIds: row.groups.map(({ group }) => group.id),
      work: (assignmentId) => latest(row.id, assignmentId),
      grades: grades.get(row.id) ?? nothing,
    }),
  );

  const students = present.map((student): GradebookRow => {
    const { row } = student;
    const cells = Object.fromEntries(columns.map((column) => [column.id, cellOf(column, student, now)]));
    const groups = row.groups.map(({ group }) => group);
    const released = weigh(countedIn(cells, columns, false), weights);
    return {
      id: row.id,
      name: row.user.name,
      email: row.user.email,
      section: row.section,
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
      released: present.filter((student) => isReleased(column, student)).length,
      toGrade: present.filter((student) => waitsFor(column, student)).length,
    })),
    students: inQueueOrder(students, course.language),
    groups: groups.sort((one, other) => one.position - other.position).map(({ id, name }) => ({ id, name })),
    sections: sections.sort((one, other) => one.name.localeCompare(other.name, course.language)),
  };
}

/** A gradebook as its page has it: when each mark was saved is the file's to know. */
export interface GradebookTable extends Omit<Gradebook, "students"> {
  students: (Omit<GradebookRow, "cells"> & { cells: Record<Id, Omit<Cell, "savedAt">> })[];
}

/** The same for the page, thousands of dates lighter. */
export async function gradebookTable(access: CourseAccess, now: Date): Promise<GradebookTable> {
  const book = await gradebookOf(access, now);
  const lighter = ({ savedAt: _at, ...cell }: Cell) => cell;
  const students = book.students.map(({ cells, ...student }) => ({
    ...student,
    cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, lighter(cell)])),
  }));
  return { ...book, students };
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
