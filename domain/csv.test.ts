import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

/** A reader of RFC 4180, as plain as can be. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const unit = csv.charAt(at);
    if (isQuoted) {
      if (unit !== '"') field += unit;
      else if (csv.charAt(at + 1) === '"') field += csv.charAt(++at);
      else isQuoted = false;
    } else if (unit === '"') isQuoted = true;
    else if (unit === ",") {
      row.push(field);
      field = "";
    } else if (unit === "\r" && csv.charAt(at + 1) === "\n") {
      at++;
      rows.push([...row, field]);
      row = [];
      field = "";
    } else field += unit;
  }
  return rows;
}

const body = (csv: string) => csv.slice(1);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "＝", "\t", "\r", "\n", '"', ",", "a", "'") }),
);

describe("a table as CSV", () => {
  it("is marked as UTF-8 and ends each row with CRLF", () => {
    expect(csvOf(["a", "b"], [["x", 1]])).toBe("\ufeffa,b\r\nx,1\r\n");
    expect(csvOf(["a"], [[null], ["ü, “ö”"], ['say "no"']])).toBe(
      '\ufeffa\r\n\r\n"ü, “ö”"\r\n"say ""no"""\r\n',
    );
  });

  it("reads back as it was, but for the apostrophe before what would be a formula", () => {
    const bare = (said: string) => said.replaceAll("'", "");
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows) => {
        const read = parse(body(csvOf(["one", "two"], rows)));
        expect(read).toHaveLength(rows.length + 1);
        for (const [at, row] of rows.entries()) {
          for (const [column, value] of row.entries()) {
            expect(bare(read[at + 1]?.[column] ?? "")).toBe(bare(value));
          }
        }
      }),
    );
  });

  it("has no field that a spreadsheet would reckon", () => {
    fc.assert(
      fc.property(text, (value) => {
        const [, row] = parse(body(csvOf(["x", "y"], [[value, 0]])));
        expect(row?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
    expect(csvOf(["x"], [['=HYPERLINK("http://x")']])).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csvOf(["x"], [["Ada; =1+1"], ["a;b"]])).toBe("\ufeffx\r\nAda; '=1+1\r\na;b\r\n");
    expect(csvOf(["x"], [["＝1+1"], ["-2"], [-2]])).toBe("\ufeffx\r\n'＝1+1\r\n'-2\r\n-2\r\n");
  });
});
