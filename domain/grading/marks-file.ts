import { type CsvValue, csvOf } from "@/domain/csv";
import type { Table } from "@/domain/csv-read";
import type { Id } from "@/domain/id";
import { readPoints, showPoints } from "./points";

/** A column of marks: an assignment as the file names it, by its place in the course. */
export interface MarksColumn {
  assignmentId: Id;
  /** From 1; what the file is read back by. */
  position: number;
  title: string;
  most: string;
  /** Graded without names: no mark travels by name, out or in. */
  blind: boolean;
}

/** What stands in a cell of the gradebook. */
export interface MarksCell {
  /** A decimal; null where nothing was given. */
  total: string | null;
  standing: "graded" | "missing" | "excused";
  /** The grade's version; 0 while there is none. */
  version: number;
  released: boolean;
  updatedAt: Date | null;
}

export interface MarksRow {
  studentId: Id;
  name: string;
  email: string;
  group: string;
  /** In per cent; null while nothing counts. */
  soFar: number | null;
  cells: ReadonlyMap<Id, MarksCell>;
}

/** The names of the columns: for programs as well as for people, so they are not translated. */
export const STUDENT = "student id";
const AS_OF = "as of";
const COLUMN = /^#(\d{1,5})(?:\s|$)/;

const EXCUSED = "EX";
const MISSING = "MI";

const columnName = (column: MarksColumn) => `#${column.position} ${column.title} (of ${column.most})`;

function written(cell: MarksCell | undefined): CsvValue {
  if (!cell) return null;
  if (cell.standing === "excused") return EXCUSED;
  if (cell.standing === "missing" && cell.total === "0") return MISSING;
  return cell.total === null ? null : Number(cell.total);
}

/**
 * The gradebook as a file: a row a student, a column an assignment. `EX` is excused, `MI` missing; what was not given
 * is empty. Each row says when it was written, so that a mark that changed here since is not taken back unseen.
 */
export function marksFile(columns: readonly MarksColumn[], rows: readonly MarksRow[], at: Date): string {
  const open = columns.filter((column) => !column.blind);
  const header = [STUDENT, "name", "e-mail", "group", ...open.map(columnName), "so far %", AS_OF];
  return csvOf(
    header,
    rows.map((row) => [
      row.studentId,
      row.name,
      row.email,
      row.group,
      ...open.map((column) => written(row.cells.get(column.assignmentId))),
      row.soFar,
      at.toISOString(),
    ]),
  );
}

/** A mark that the file would change. */
export interface MarkChange {
  studentId: Id;
  assignmentId: Id;
  line: number;
  /** What stands now, and what the file says: a decimal, `EX` or `MI`. */
  from: string | null;
  to: string;
  /** The version it would be made on. */
  version: number;
  released: boolean;
  /** Changed here after the file was written: somebody has to say which holds. */
  newerHere: boolean;
}

export type MarkFault =
  | { fault: "unknown-student"; line: number; said: string }
  | { fault: "student-twice"; line: number; said: string }
  | { fault: "unreadable"; line: number; said: string; studentId: Id; assignmentId: Id }
  | { fault: "too-many"; line: number; said: string; studentId: Id; assignmentId: Id; most: string };

export interface MarksPreview {
  rows: number;
  /** The assignments whose columns were found. */
  columns: Id[];
  /** Columns that look like an assignment's and are none, or one that is graded without names. */
  unknownColumns: string[];
  changes: MarkChange[];
  same: number;
  empty: number;
  faults: MarkFault[];
}

const nowSays = (cell: MarksCell | undefined): string | null => {
  const value = written(cell);
  return value === null ? null : String(value);
};

/** "24,50" is 24.5; the two words are taken in any case; null for what is neither. */
function read(said: string): string | null {
  const word = said.toUpperCase();
  if (word === EXCUSED || word === MISSING) return word;
  const points = readPoints(said);
  return points === null ? null : showPoints(points);
}

function asOf(cell: string | undefined): Date | null {
  const at = cell ? new Date(cell) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

/**
 * What a file would change, before anything is written. Students are found by their id alone, since names repeat;
 * an empty cell leaves a mark as it is. Null where the table has no column of student ids.
 */
export function previewOf(
  table: Table,
  columns: readonly MarksColumn[],
  rows: readonly MarksRow[],
): MarksPreview | null {
  const names = table.header.map((name) => name.toLowerCase());
  const idAt = names.indexOf(STUDENT);
  if (idAt < 0) return null;
  const asOfAt = names.indexOf(AS_OF);
  const byId = new Map(rows.map((row) => [row.studentId.toLowerCase(), row]));
  const open = new Map(columns.filter((each) => !each.blind).map((each) => [each.position, each]));
  const found: { at: number; column: MarksColumn }[] = [];
  const unknownColumns: string[] = [];
  for (const [at, name] of table.header.entries()) {
    const position = COLUMN.exec(name)?.[1];
    if (position === undefined) continue;
    const column = open.get(Number(position));
    if (column && !found.some((each) => each.column === column)) found.push({ at, column });
    else unknownColumns.push(name);
  }

  const preview: MarksPreview = {
    rows: table.rows.length,
    columns: found.map(({ column }) => column.assignmentId),
    unknownColumns,
    changes: [],
    same: 0,
    empty: 0,
    faults: [],
  };
  const seen = new Set<Id>();
  for (const { line, cells } of table.rows) {
    const said = cells[idAt] ?? "";
    const row = byId.get(said.toLowerCase());
    if (!row || seen.has(row.studentId)) {
      preview.faults.push({ fault: row ? "student-twice" : "unknown-student", line, said });
      continue;
    }
    seen.add(row.studentId);
    const written = asOfAt < 0 ? null : asOf(cells[asOfAt]);
    for (const { at, column } of found) judge(preview, { row, column, line, said: cells[at] ?? "", written });
  }
  return preview;
}

function judge(
  preview: MarksPreview,
  {
    row,
    column,
    line,
    said,
    written: at,
  }: { row: MarksRow; column: MarksColumn; line: number; said: string; written: Date | null },
): void {
  if (said === "") {
    preview.empty++;
    return;
  }
  const { studentId } = row;
  const { assignmentId, most } = column;
  const to = read(said);
  if (to === null) {
    preview.faults.push({ fault: "unreadable", line, said, studentId, assignmentId });
    return;
  }
  if ((readPoints(to) ?? 0) > (readPoints(most) ?? 0)) {
    preview.faults.push({ fault: "too-many", line, said, studentId, assignmentId, most });
    return;
  }
  const cell = row.cells.get(assignmentId);
  const from = nowSays(cell);
  if (from === to) {
    preview.same++;
    return;
  }
  preview.changes.push({
    studentId,
    assignmentId,
    line,
    from,
    to,
    version: cell?.version ?? 0,
    released: cell?.released ?? false,
    newerHere: Boolean(at && cell?.updatedAt && cell.updatedAt > at),
  });
}
