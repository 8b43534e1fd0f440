import { describe, expect, it } from "vitest";
import { readCsv } from "@/domain/csv-read";
import { type MarksCell, type MarksColumn, type MarksRow, marksFile, previewOf } from "./marks-file";

const now = new Date("2026-11-23T09:10:00Z");
const before = new Date("2026-11-20T09:00:00Z");
const column = (position: number, more: Partial<MarksColumn> = {}): MarksColumn => ({
  assignmentId: `week-${position}`,
  position,
  title: `Week ${position}`,
  most: "30",
  blind: false,
  ...more,
});
const cell = (total: string | null, more: Partial<MarksCell> = {}): MarksCell => ({
  total,
  standing: "graded",
  version: 1,
  released: false,
  updatedAt: before,
  ...more,
});
const row = (studentId: string, name: string, ...cells: MarksCell[]): MarksRow => ({
  studentId,
  name,
  email: `${studentId}@example.test`,
  group: "A",
  soFar: null,
  cells: new Map(cells.map((each, at) => [`week-${at + 1}`, each])),
});
const columns = [column(1), column(2)];
const rows = [
  row("ada", 'Okafor, "Ada"', cell("25.4"), cell("8", { released: true })),
  row("liming", "=李明", cell(null, { standing: "excused" })),
  row("zofia", "Zofia", cell("0", { standing: "missing" })),
];

const preview = (text: string) => previewOf(readCsv(text), columns, rows);

describe("the gradebook as a file", () => {
  const file = marksFile(columns, rows, now);

  it("is a row a student, with names that run nothing", () => {
    expect(file).toBe(
      "\ufeffstudent id,name,e-mail,group,#1 Week 1 (of 30),#2 Week 2 (of 30),so far %,as of\r\n" +
        'ada,"Okafor, ""Ada""",ada@example.test,A,25.4,8,,2026-11-23T09:10:00.000Z\r\n' +
        "liming,'=李明,liming@example.test,A,EX,,,2026-11-23T09:10:00.000Z\r\n" +
        "zofia,Zofia,zofia@example.test,A,MI,,,2026-11-23T09:10:00.000Z\r\n",
    );
  });

  it("changes nothing when it comes back as it went", () => {
    expect(preview(file)).toMatchObject({ rows: 3, changes: [], faults: [], same: 4, empty: 2 });
  });

  it("carries no mark of what is graded without names, out or in", () => {
    const blind = [column(1, { blind: true }), column(2)];
    expect(marksFile(blind, rows, now)).not.toContain("25.4");
    const read = previewOf(readCsv(marksFile(columns, rows, now)), blind, rows);
    expect(read).toMatchObject({ columns: ["week-2"], unknownColumns: ["#1 Week 1 (of 30)"] });
  });
});

describe("a file that comes in", () => {
  it("says what would change, on which version, and what the student has seen", () => {
    const read = preview("student id;#1 any;#2 title\nADA;26,5;ex\nzofia;;12\n");
    expect(read?.changes).toEqual([
      {
        studentId: "ada",
        assignmentId: "week-1",
        line: 2,
        from: "25.4",
        to: "26.5",
        version: 1,
        released: false,
        newerHere: false,
      },
      {
        studentId: "ada",
        assignmentId: "week-2",
        line: 2,
        from: "8",
        to: "EX",
        version: 1,
        released: true,
        newerHere: false,
      },
      {
        studentId: "zofia",
        assignmentId: "week-2",
        line: 3,
        from: null,
        to: "12",
        version: 0,
        released: false,
        newerHere: false,
      },
    ]);
    expect(read).toMatchObject({ empty: 1, same: 0 });
  });

  it("marks what was changed here after it was written", () => {
    const text = (at: string) => `student id,#1,as of\nada,24.9,${at}\n`;
    expect(preview(text("2026-11-19T00:00:00Z"))?.changes).toMatchObject([{ newerHere: true }]);
    expect(preview(text("2026-11-21T00:00:00Z"))?.changes).toMatchObject([{ newerHere: false }]);
    expect(preview(text("yesterday"))?.changes).toMatchObject([{ newerHere: false }]);
  });

  it("names what it cannot take: formulas, too many points, strangers, doubles", () => {
    const read = preview(
      "student id,#1,#9 Gone\nada,=12+6,1\nliming,31,\nzofia,-3,\nj.doe@uni.example,3,\nada,4,\n",
    );
    expect(read?.changes).toEqual([]);
    expect(read?.unknownColumns).toEqual(["#9 Gone"]);
    expect(read?.faults.map(({ fault, line, said }) => [fault, line, said])).toEqual([
      ["unreadable", 2, "=12+6"],
      ["too-many", 3, "31"],
      ["unreadable", 4, "-3"],
      ["unknown-student", 5, "j.doe@uni.example"],
      ["student-twice", 6, "ada"],
    ]);
  });

  it("is not taken without a column of student ids", () => {
    expect(preview("name,#1\nAda,3\n")).toBeNull();
  });
});
