import { readCsv, Unreadable } from "@/domain/csv-read";
import {
  type MarksColumn,
  type MarksPreview,
  type MarksRow,
  marksFile,
  NoMarks,
  previewOf,
  STUDENT,
} from "@/domain/grading/marks-file";
import { refuse } from "@/domain/refusal";
import type { CourseAccess } from "./course-access";
import { type Gradebook, gradebookOf } from "./gradebook";

const columnsOf = (book: Gradebook): MarksColumn[] =>
  book.assignments.map(({ id, position, title, most, blind }) => ({
    assignmentId: id,
    position,
    title,
    most,
    blind,
  }));

const rowsOf = (book: Gradebook): MarksRow[] =>
  book.students.map((student) => ({
    studentId: student.id,
    name: student.name,
    email: student.email,
    group: student.groups.map(({ name }) => name).join(", "),
    soFar: student.soFar.released,
    cells: new Map(
      Object.entries(student.cells).map(([assignmentId, cell]) => [
        assignmentId,
        {
          total: cell.total,
          standing: cell.standing ?? "graded",
          version: cell.version,
          released: cell.state === "released",
          updatedAt: cell.savedAt,
        },
      ]),
    ),
  }));

/** The day in the course's zone, as 2026-11-22. */
const dayIn = (timeZone: string, at: Date) => at.toLocaleDateString("en-CA", { timeZone });

/** The gradebook as a file, for staff. As many statements as the gradebook. */
export async function marksExport(
  access: CourseAccess,
  now: Date,
): Promise<{ csv: string; fileName: string }> {
  const book = await gradebookOf(access, now);
  return {
    csv: marksFile(columnsOf(book), rowsOf(book), now),
    fileName: `gradebook-${dayIn(access.timeZone, now)}.csv`,
  };
}

/**
 * What a file would change in the gradebook; nothing is written. Refuses `unreadable-file` for an empty one, and
 * `unreadable-table` for what is no table, or has not one column of student ids.
 */
export async function marksPreview(access: CourseAccess, csv: string, now: Date): Promise<MarksPreview> {
  const book = await gradebookOf(access, now);
  if (csv.trim() === "") refuse({ code: "unreadable-file", reason: "empty" });
  try {
    return previewOf(readCsv(csv, STUDENT), columnsOf(book), rowsOf(book));
  } catch (error) {
    if (error instanceof Unreadable) refuse({ code: "unreadable-table", why: "broken", line: error.line });
    if (error instanceof NoMarks) refuse({ code: "unreadable-table", why: error.why, line: 1 });
    throw error;
  }
}
