import { z } from "zod";
import { id } from "@/domain/id";
import { readEntry, typedOf } from "./entry";
import type { Cell, Gradebook, GradebookAssignment, GradebookRow } from "./shapes";

/** The cell somebody is in. */
export interface Spot {
  student: GradebookRow;
  assignment: GradebookAssignment;
  cell: Cell;
}

export interface Place {
  studentId: string;
  assignmentId: string;
}

/** What was typed into a cell and is not saved. */
export interface KeptMark extends Place {
  typed: string;
  /** The version it was typed on; 0 while there was none. */
  version: number;
  /** Said already, where the student has seen another mark. */
  reason: string;
}

export const keyOf = ({ studentId, assignmentId }: Place) => `${studentId}.${assignmentId}`;
export const placeOf = ({ student, assignment }: Spot): Place => ({
  studentId: student.id,
  assignmentId: assignment.id,
});

/** Under what this begins a person's unsaved marks of a course are kept on the device. */
export const keptPrefix = (personId: string, courseId: string) => `marks.${personId}.${courseId}.`;

const kept = z.object({ typed: z.string().min(1), version: z.int().min(0), reason: z.string() });
const place = z.tuple([id, id]);

export const writeKept = ({ typed, version, reason }: KeptMark): string =>
  JSON.stringify({ typed, version, reason });

/** What the device keeps under a key (without its beginning); null for what is no mark. */
export function readKept(key: string, text: string | null | undefined): KeptMark | null {
  const where = place.safeParse(key.split("."));
  if (!text || !where.success) return null;
  try {
    const [studentId, assignmentId] = where.data;
    return { studentId, assignmentId, ...kept.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

/** Null for a student or an assignment that is not in the book, or no longer. */
export function spotIn(book: Gradebook, { studentId, assignmentId }: Place): Spot | null {
  const student = book.students.find(({ id }) => id === studentId);
  const assignment = book.assignments.find(({ id }) => id === assignmentId);
  const cell = student?.cells[assignmentId];
  return student && assignment && cell ? { student, assignment, cell } : null;
}

/** What stands in a cell, as it would be typed; null where nothing was given. */
export const standsIn = ({ total, standing }: Cell): string | null => {
  if (standing === "excused") return typedOf({ kind: "excused" });
  return standing === "missing" && total === "0" ? typedOf({ kind: "missing" }) : total;
};

/** Whether a cell says already what was typed: nothing is left to be saved. */
export function isSaid(spot: Spot, typed: string): boolean {
  const { mark } = readEntry(typed, spot.assignment.most);
  return mark !== null && typedOf(mark) === standsIn(spot.cell);
}
