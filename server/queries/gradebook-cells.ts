import { extensionFor } from "@/domain/access/own-schedule";
import { isBlind } from "@/domain/access/policy";
import type { Measure } from "@/domain/grading/measure";
import { type HandedIn, lateBy, type QueueState, queueState } from "@/domain/grading/queue";
import { type Counted, type Counting, countedAs, countingIn } from "@/domain/grading/weighing";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { measureFields, toMeasure } from "./grade";
import { type Standing, standingOf } from "./grade-standing";
import type { BookGrade } from "./gradebook-grades";

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
  section: { select: { id: true, name: true } },
  groups: { select: { group: { select: { id: true, name: true, position: true } } } },
} as const satisfies Prisma.MembershipSelect;

type StudentRow = Prisma.MembershipGetPayload<{ select: typeof rowFields }>;

/** A student with what was handed in and given, by assignment. */
export interface BookStudent {
  row: StudentRow;
  groupIds: readonly Id[];
  work: (assignmentId: Id) => HandedIn;
  grades: ReadonlyMap<Id, BookGrade>;
}

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

const ungraded = standingOf(undefined, { most: "0", participation: "0", criteria: [] });

/** How one student stands in one assignment. */
export function cellOf(column: Column, student: BookStudent, now: Date): Cell {
  if (column.isBlind) {
    const { stage: _stage, savedBy: _by, ...nothing } = ungraded;
    return { ...nothing, state: "hidden", lateBy: 0, extendedTo: null, nothingCame: false };
  }
  const { row, groupIds } = student;
  const grade = student.grades.get(column.id);
  const work = student.work(column.id);
  const extension = extensionFor(column.extensions, { membershipId: row.id, groupIds });
  const dates = extension ?? column;
  const { stage, savedBy: _by, ...rest } = standingOf(grade && { ...grade, savedBy: null }, column.measure);
  const state = queueState(work, stage);
  return {
    ...rest,
    state,
    lateBy: lateBy(work, dates.dueAt),
    extendedTo: extension?.dueAt ?? null,
    nothingCame: state === "none" && column.publishedAt !== null && dates.closesAt < now,
  };
}

/** Whether a student has been shown a grade: counted where it is graded without names, too. */
export const isReleased = ({ id }: Column, { grades }: BookStudent): boolean =>
  grades.get(id)?.releasedAt != null;

/** Whether a student's work waits for a grade to be begun: counted where it is graded without names, too. */
export const waitsFor = ({ id }: Column, { grades, work }: BookStudent): boolean =>
  !grades.has(id) && queueState(work(id), null) === "todo";

/** By assignment. */
export type Cells = Record<Id, Cell>;

/** What counts of a student's cells: released ones, or all that were given. */
export const countedIn = (cells: Cells, columns: readonly Column[], drafts: boolean): Counted[] =>
  columns.flatMap(({ id, counting }) => {
    const cell = cells[id];
    return cell && (drafts || cell.state === "released") ? (countedAs(counting, cell) ?? []) : [];
  });
