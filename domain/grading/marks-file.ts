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
  | { fault: "no-student"; line: number; said: string }
  | { fault: "unknown-student"; line: number; said: string }
  /** Which of the rows is meant, nobody can tell: none is taken. */
  | { fault: "student-twice"; line: number; said: string }
  | { fault: "unreadable"; line: number; said: string; studentId: Id; assignmentId: Id }
  | { fault: "too-many"; line: number; said: string; studentId: Id; assignmentId: Id; most: string };

/**
 * Why a column that looks like an assignment's is not read: there is none, or one that is graded without names; it
 * stands there twice; its title is another assignment's.
 */
export type ColumnFault = "unknown" | "twice" | "moved";

export interface MarksPreview {
  rows: number;
  /** The assignments whose columns were found. */
  columns: Id[];
  /** `at`: where the column stands, from 0. */
  leftOut: { at: number; name: string; why: ColumnFault }[];
  /** Read by their number, though their title is no assignment's now. */
  renamed: { name: string; assignmentId: Id }[];
  changes: MarkChange[];
  same: number;
  empty: number;
  faults: MarkFault[];
}

/** A table that has no marks of students in it. */
export class NoMarks extends Error {
  constructor(readonly why: "no-students" | "students-twice") {
    super(why);
    this.name = "NoMarks";
  }
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

/** As the export writes it, and nothing else: a spreadsheet that wrote it anew left out whose clock it goes by. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** When the row was written; null for what is no moment. */
const asOf = (cell: string): Date | null => (MOMENT.test(cell) ? new Date(cell) : null);

interface Found {
  at: number;
  column: MarksColumn;
}

/** Titles as they are compared: apostrophes come and go on the way through a spreadsheet. */
const bare = (title: string) =>
  title.normalize("NFC").replaceAll("'", "").replace(/\s+/g, " ").trim().toLowerCase();
const titleIn = (name: string) => bare(name.replace(COLUMN, "").replace(/\(of [\d.,]+\)$/, ""));

function columnsIn(header: readonly string[], columns: readonly MarksColumn[]) {
  const open = new Map(columns.filter((each) => !each.blind).map((each) => [each.position, each]));
  const named = header.flatMap((name, at) => {
    const position = COLUMN.exec(name)?.[1];
    return position === undefined ? [] : [{ at, name, position: Number(position) }];
  });
  const found: Found[] = [];
  const leftOut: MarksPreview["leftOut"] = [];
  const renamed: MarksPreview["renamed"] = [];
  for (const { at, name, position } of named) {
    const column = open.get(position);
    const title = titleIn(name);
    const isOwn = title === "" || title === bare(column?.title ?? "");
    if (!column) leftOut.push({ at, name, why: "unknown" });
    else if (named.some((each) => each.at !== at && each.position === position)) {
      leftOut.push({ at, name, why: "twice" });
    } else if (!isOwn && columns.some((each) => bare(each.title) === title)) {
      leftOut.push({ at, name, why: "moved" });
    } else {
      found.push({ at, column });
      if (!isOwn) renamed.push({ name, assignmentId: column.assignmentId });
    }
  }
  return { found, leftOut, renamed };
}

/**
 * What a file would change, before anything is written. Students are found by their id alone, since names repeat;
 * an empty cell leaves a mark as it is. Throws `NoMarks` where the table has not one column of student ids.
 */
export function previewOf(
  table: Table,
  columns: readonly MarksColumn[],
  rows: readonly MarksRow[],
): MarksPreview {
  const names = table.header.map((name) => name.toLowerCase());
  const idAt = names.indexOf(STUDENT);
  if (idAt < 0) throw new NoMarks("no-students");
  if (names.lastIndexOf(STUDENT) !== idAt) throw new NoMarks("students-twice");
  const asOfAt = names.indexOf(AS_OF);
  const byId = new Map(rows.map((row) => [row.studentId.toLowerCase(), row]));
  const { found, ...others } = columnsIn(table.header, columns);
  const preview: MarksPreview = {
    rows: table.rows.length,
    columns: found.map(({ column }) => column.assignmentId),
    ...others,
    changes: [],
    same: 0,
    empty: 0,
    faults: [],
  };
  const times = new Map<string, number>();
  const idIn = (cells: readonly string[]) => (cells[idAt] ?? "").toLowerCase();
  for (const { cells } of table.rows) times.set(idIn(cells), (times.get(idIn(cells)) ?? 0) + 1);
  for (const { line, cells } of table.rows) {
    const id = idIn(cells);
    const said = cells[idAt] ?? "";
    const row = byId.get(id);
    if (!row) {
      preview.faults.push({ fault: said === "" ? "no-student" : "unknown-student", line, said });
    } else if (times.get(id) !== 1) preview.faults.push({ fault: "student-twice", line, said });
    else {
      const isNewer = newerThan(asOfAt < 0 ? undefined : (cells[asOfAt] ?? ""));
      for (const { at, column } of found)
        judge(preview, { row, column, line, said: cells[at] ?? "", isNewer });
    }
  }
  return preview;
}

/**
 * Whether what stands here came after the file was written. Where that cannot be read any more, everything may have;
 * a file without the column was made elsewhere, and says nothing of it.
 */
function newerThan(said: string | undefined): (cell: MarksCell | undefined) => boolean {
  if (said === undefined) return () => false;
  const at = asOf(said);
  return (cell) => Boolean(cell?.updatedAt && (at === null || cell.updatedAt > at));
}

function judge(
  preview: MarksPreview,
  {
    row,
    column,
    line,
    said,
    isNewer,
  }: {
    row: MarksRow;
    column: MarksColumn;
    line: number;
    said: string;
    isNewer: (cell: MarksCell | undefined) => boolean;
  },
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
    newerHere: from !== null && isNewer(cell),
  });
}
