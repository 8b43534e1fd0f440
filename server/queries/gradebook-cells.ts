import { extensionFor } from "@/domain/access/own-schedule";
import { isBlind } from "@/domain/access/policy";
import type { Measure } from "@/domain/grading/measure";
import { type HandedIn, lateBy, type QueueState, queueState } from "@/domain/grading/queue";
import { type Counted, type Counting, countedAs, countingIn } from "@/domain/grading/weighing";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { measureFields, toMeasure } from "./grade";
import { type Standing, standing, standingFields } from "./grade-standing";

/** Selects an assignment as a column of the gradebook. */
export const columnFields = {
  ...measureFields,
  id: true,
  position: true,
  title: true,
  dueAt: true,
  opensAt: true,
  closesAt: true,
  publishedAt: true,
  blind: true,
  namesShownAt: true,
  categoryId: true,
  weight: true,
  readings: { select: { id: true } },
  prompts: { select: { id: true } },
  extensions: { select: { studentId: true, groupId: true, dueAt: true, closesAt: true } },
} as const satisfies Prisma.AssignmentSelect;

type ColumnRow = Prisma.AssignmentGetPayload<{ select: typeof columnFields }>;

export interface Column extends ColumnRow {
  measure: Measure;
  isBlind: boolean;
  counting: Counting;
}

export const toColumn = (row: ColumnRow): Column => ({
  ...row,
  measure: toMeasure(row),
  isBlind: isBlind(row),
  counting: countingIn(row),
});

/** Selects a student as a row of the gradebook. */
export const rowFields = {
  id: true,
  user: { select: { name: true, email: true } },
  course: { select: { language: true } },
  section: { select: { id: true, name: true } },
  groups: { select: { group: { select: { id: true, name: true, position: true } } } },
  grades: { select: standingFields },
} as const satisfies Prisma.MembershipSelect;

export type StudentRow = Prisma.MembershipGetPayload<{ select: typeof rowFields }>;

export interface Cell extends Omit<Standing, "stage" | "savedBy"> {
  /**
   * `hidden`: graded without names. What was given here is told to nobody by name, released or not: beside the same
   * points under an alias it would say who that is.
   */
  state: QueueState | "hidden";
  /** Milliseconds after the student's own due date; 0 in time. */
  lateBy: number;
  /** The student's own due date, where it is another than the class's. */
  extendedTo: Date | null;
  /** It has closed, nothing was handed in, and nothing was given. */
  nothingCame: boolean;
}

const ungraded = standing(undefined, { most: "0", participation: "0", criteria: [] });

/** How one student stands in one assignment. */
export function cellOf(column: Column, student: StudentRow, work: HandedIn, now: Date): Cell {
  const groupIds = student.groups.map(({ group }) => group.id);
  const extension = extensionFor(column.extensions, { membershipId: student.id, groupIds });
  const dates = extension ?? column;
  const late = {
    lateBy: lateBy(work, dates.dueAt),
    extendedTo: extension?.dueAt ?? null,
  };
  const grade = student.grades.find((each) => each.assignmentId === column.id);
  if (column.isBlind) {
    const { stage: _stage, savedBy: _by, ...nothing } = ungraded;
    return { ...nothing, state: "hidden", lateBy: 0, extendedTo: null, nothingCame: false };
  }
  const { stage, savedBy: _by, ...rest } = standing(grade, column.measure);
  const state = queueState(work, stage);
  const nothingCame = state === "none" && column.publishedAt !== null && dates.closesAt < now;
  return { ...rest, state, ...late, nothingCame };
}

/** Whether a student has been shown a grade: counted where it is graded without names, too. */
export const isReleased = (column: Column, student: StudentRow): boolean =>
  student.grades.some(({ assignmentId, releasedAt }) => assignmentId === column.id && releasedAt !== null);

/** Whether a student's work waits for a grade to be begun: counted where it is graded without names, too. */
export const waitsFor = (column: Column, student: StudentRow, work: HandedIn): boolean =>
  !student.grades.some(({ assignmentId }) => assignmentId === column.id) && queueState(work, null) === "todo";

/** By assignment. */
export type Cells = Record<Id, Cell>;

/** What counts of a student's cells: released ones, or all that were given. */
export const countedIn = (cells: Cells, columns: readonly Column[], drafts: boolean): Counted[] =>
  columns.flatMap(({ id, counting }) => {
    const cell = cells[id];
    return cell && (drafts || cell.state === "released") ? (countedAs(counting, cell) ?? []) : [];
  });
