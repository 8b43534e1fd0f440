import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";
import { readCsv, Unreadable } from "./csv-read";

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe("a table that comes back from a spreadsheet", () => {
  it("is read with commas, semicolons or tabs, with and without a BOM", () => {
    for (const delimiter of [",", ";", "\t"]) {
      const text = `${["name", "mark"].join(delimiter)}\r\n${["Ada", "24"].join(delimiter)}\r\n`;
      expect(readCsv(text)).toEqual({
        delimiter,
        header: ["name", "mark"],
        rows: [{ line: 2, cells: ["Ada", "24"] }],
      });
      expect(readCsv(`\ufeff${text}`).header).toEqual(["name", "mark"]);
    }
  });

  it("keeps commas, quotes and line breaks in their cells, and a mark with a comma", () => {
    expect(cellsOf('name;mark\n"Okafor, ""Ada""";24,5\n"two\nlines";3\n')).toEqual([
      ['Okafor, "Ada"', "24,5"],
      ["two\nlines", "3"],
    ]);
  });

  it("is not led astray by what stands in a title", () => {
    const file = csvOf(["student id", "#1 Law; order; and; their\tfriends (of 20)"], [["one", 12]]);
    expect(readCsv(file, "student id").rows).toEqual([{ line: 2, cells: ["one", "12"] }]);
    const german = 'Student ID;"#1 One, two, three (of 20)"\none;12,5\n';
    expect(readCsv(german, "student id").rows).toEqual([{ line: 2, cells: ["one", "12,5"] }]);
  });

  it("leaves out blank rows, and fills up short ones", () => {
    expect(cellsOf("a,b,c\n1\n\n,,\n1,2,3,4\n")).toEqual([
      ["1", "", ""],
      ["1", "2", "3"],
    ]);
  });

  it("is refused with its line where quotes do not close", () => {
    expect(() => readCsv('a,b\n1,"2\n')).toThrow(Unreadable);
  });

  it("gives back what was written, whatever it was", () => {
    // But for apostrophes, which are put before what would be a formula.
    const cell = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((text) => text.replaceAll("'", "").trim())
      .filter((text) => !/[;\t]\s*[=+\-@＝＋－＠−﹢﹣﹦﹫]/u.test(text));
    const row = fc.tuple(
      cell.filter((text) => text !== ""),
      cell,
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(cellsOf(csvOf(["one", "other"], rows))).toEqual(rows);
      }),
    );
  });
});
