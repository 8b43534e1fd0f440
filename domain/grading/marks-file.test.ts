import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "@/domain/csv-read";
import {
  type MarksCell,
  type MarksColumn,
  type MarksRow,
  marksFile,
  NoMarks,
  previewOf,
  STUDENT,
} from "./marks-file";

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

const preview = (text: string) => previewOf(readCsv(text, STUDENT), columns, rows);
/** What cannot be taken, by line. */
const faultsOf = (text: string) => preview(text).faults.map(({ fault, line, said }) => [fault, line, said]);

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

  const hostile = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({
      unit: fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\n",
        '"',
        ",",
        ";",
        "'",
        "#",
        "(of 3)",
        "שלום",
        "👩🏽‍🏫",
      ),
    }),
    fc.constantFrom("=HYPERLINK(1)", "student id", "as of", "#1", "a,b", "sep=;"),
  );
  /** A title is one line that says something. */
  const title = hostile.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");

  it("comes back as it went, whatever people, groups and assignments are called", () => {
    fc.assert(
      fc.property(hostile, hostile, title, title, (name, group, first, second) => {
        const named = [column(1, { title: first }), column(2, { title: second })];
        const people = rows.map((each) => ({ ...each, name, group }));
        const back = previewOf(readCsv(marksFile(named, people, now), STUDENT), named, people);
        expect(back).toMatchObject({ changes: [], faults: [], leftOut: [], renamed: [], same: 4, empty: 2 });
      }),
    );
  });

  it("comes back from a spreadsheet that writes semicolons, decimal commas and no BOM", () => {
    const { header, rows: lines } = readCsv(file, STUDENT);
    const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const localised = lines.map(({ cells }) =>
      cells.map((cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace(".", ",") : cell)),
    );
    const text = [header, ...localised].map((cells) => cells.map(quoted).join(";")).join("\n");
    expect(preview(text)).toMatchObject({ rows: 3, changes: [], faults: [], same: 4, empty: 2 });
  });

  it("carries no mark of what is graded without names, out or in", () => {
    const blind = [column(1, { blind: true }), column(2)];
    expect(marksFile(blind, rows, now)).not.toContain("25.4");
    const read = previewOf(readCsv(marksFile(columns, rows, now)), blind, rows);
    expect(read).toMatchObject({
      columns: ["week-2"],
      leftOut: [{ name: "#1 Week 1 (of 30)", why: "unknown" }],
    });
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
    expect(preview("student id,#1\nada,24.9\n").changes).toMatchObject([{ newerHere: false }]);
  });

  it("marks what may have changed since, where a spreadsheet wrote the moment anew", () => {
    for (const at of ["yesterday", "23.11.2026 09:10", "2026-11-23 09:10:00", ""]) {
      const { changes } = preview(`student id,#1,#2,as of\nada,24.9,7,${at}\nliming,3,4,${at}\n`);
      expect(changes.map(({ from, newerHere }) => [from, newerHere])).toEqual([
        ["25.4", true],
        ["8", true],
        ["EX", true],
        [null, false],
      ]);
    }
  });

  it("names what it cannot take: formulas, too many points, strangers", () => {
    const text = "student id,#1,#9 Gone\nada,=12+6,1\nliming,31,\nzofia,-3,\nj.doe@uni.example,3,\n,4,\n";
    expect(preview(text)).toMatchObject({ changes: [], leftOut: [{ name: "#9 Gone", why: "unknown" }] });
    expect(faultsOf(text)).toEqual([
      ["unreadable", 2, "=12+6"],
      ["too-many", 3, "31"],
      ["unreadable", 4, "-3"],
      ["unknown-student", 5, "j.doe@uni.example"],
      ["no-student", 6, ""],
    ]);
  });

  it("takes points as people write them, and nothing that only looks like points", () => {
    const said = ["24", "24.5", "24,5", "24.50", " 24 ", "024", "0", "0.0"];
    const read = said.map((mark) => preview(`student id\t#1\nada\t${mark}\n`).changes[0]?.to);
    expect(read).toEqual(["24", "24.5", "24.5", "24.5", "24", "24", "0", "0"]);
    for (const mark of [
      "1e1",
      "NaN",
      "∞",
      "Infinity",
      "-0",
      "+3",
      "50 %",
      "50%",
      "12.345",
      "0x1F",
      "1.000,5",
      "٣",
    ]) {
      expect(faultsOf(`student id\t#1\nada\t${mark}\n`)).toEqual([["unreadable", 2, mark]]);
    }
    expect(faultsOf("student id\t#1\nada\t30.01\n")).toEqual([["too-many", 2, "30.01"]]);
  });

  it("tells an empty cell from 0", () => {
    expect(preview("student id,#1\nada,\n")).toMatchObject({ changes: [], empty: 1 });
    expect(preview("student id,#1\nada,0\n").changes).toMatchObject([{ from: "25.4", to: "0" }]);
    expect(preview("student id,#2\nzofia,0\n").changes).toMatchObject([{ from: null, to: "0" }]);
  });

  it("takes none of the rows of a student who stands there twice", () => {
    const text = "student id,#1\nada,3\nzofia,4\nADA,5\nada,3\n";
    expect(preview(text).changes).toMatchObject([{ studentId: "zofia", to: "4" }]);
    expect(faultsOf(text)).toEqual([
      ["student-twice", 2, "ada"],
      ["student-twice", 4, "ADA"],
      ["student-twice", 5, "ada"],
    ]);
  });

  it("finds columns by their number, in any order, and says which title they had", () => {
    const read = preview('#2,as of,#1 Another title (of 30),student id\n7,,"12,5",ada\n');
    expect(read.columns).toEqual(["week-2", "week-1"]);
    expect(read.changes.map(({ assignmentId, to }) => [assignmentId, to])).toEqual([
      ["week-2", "7"],
      ["week-1", "12.5"],
    ]);
    expect(read.renamed).toEqual([{ name: "#1 Another title (of 30)", assignmentId: "week-1" }]);
    expect(preview("student id,#1 week  1 (of 30)\nada,3\n").renamed).toEqual([]);
  });

  it("takes no column that stands there twice, or has the title of another", () => {
    const twice = preview("student id,#1,#2,#1 Week 1 (of 30)\nada,3,4,5\n");
    expect(twice.changes).toMatchObject([{ assignmentId: "week-2", to: "4" }]);
    expect(twice.leftOut).toEqual([
      { at: 1, name: "#1", why: "twice" },
      { at: 3, name: "#1 Week 1 (of 30)", why: "twice" },
    ]);
    const moved = preview("student id,#1 Week 2 (of 30)\nada,3\n");
    expect(moved).toMatchObject({ changes: [], leftOut: [{ name: "#1 Week 2 (of 30)", why: "moved" }] });
  });

  it("is not taken without one column of student ids", () => {
    const wrong = (text: string) => () => previewOf(readCsv(text, STUDENT), columns, rows);
    expect(wrong("name,#1\nAda,3\n")).toThrow(new NoMarks("no-students"));
    expect(wrong("student id|#1\nada|3\n")).toThrow(new NoMarks("no-students"));
    expect(wrong("student id,#1,Student ID\nada,3,zofia\n")).toThrow(new NoMarks("students-twice"));
  });

  it("may have ten thousand rows", () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `someone-${at},3`);
    const read = preview(["student id,#1", ...lines, "ada,3"].join("\n"));
    expect(read).toMatchObject({ rows: 10_001, changes: [{ studentId: "ada" }] });
    expect(read.faults).toHaveLength(10_000);
  });
});
