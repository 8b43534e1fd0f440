import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationMark, countWords, findCitations, MAX_ABOUT, positionNamed } from "./citation";

const number = fc.integer({ min: 1, max: 9999 });

describe("citation marks", () => {
  it("are found where they stand", () => {
    const text = "As the speech says [[4 ¶9]], twice.";
    const [mark] = findCitations(text);
    expect(mark).toMatchObject({ reading: 4, paragraph: 9 });
    expect(text.slice(mark?.start, mark?.end)).toBe("[[4 ¶9]]");
  });

  it("may be typed without the space, or with a colon", () => {
    expect(findCitations("[[4¶9]] [[4:9]]").map((mark) => mark.paragraph)).toEqual([9, 9]);
  });

  it.each(["[4 ¶9]", "[[4 9]]", "[[¶9]]", "[[four ¶9]]", "[[4 ¶9]"])("are not %s", (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it("come back as they were written, whatever stands around them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), number, number), { maxLength: 30 }),
        (parts) => {
          const around = parts.map(([words, ...place]) => [words.replace(/[[\]]/g, ""), ...place] as const);
          const text = around
            .map(([words, reading, paragraph]) => words + citationMark(reading, paragraph))
            .join("");
          const found = findCitations(text);
          expect(found.map((mark) => [mark.reading, mark.paragraph])).toEqual(
            around.map(([, ...place]) => place),
          );
          for (const mark of found) {
            expect(text.slice(mark.start, mark.end)).toBe(citationMark(mark.reading, mark.paragraph));
          }
        },
      ),
    );
  });

  it("are never more than two hundred", () => {
    expect(findCitations(citationMark(1, 1).repeat(500))).toHaveLength(200);
  });

  it("are not words", () => {
    expect(countWords("two words [[4 ¶9]]")).toBe(2);
    expect(countWords("two [[4 ¶9 The Charter order]] words")).toBe(2);
  });

  it("may say for which position", () => {
    expect(findCitations("[[4 ¶9 Charter]] [[4:9  The Charter order ]]").map((mark) => mark.about)).toEqual([
      "Charter",
      "The Charter order",
    ]);
    expect(findCitations("[[4 ¶9 ]]")).toMatchObject([{ about: null }]);
  });

  it.each([
    "[[4 ¶9Charter]]",
    "[[4 ¶9 Char[ter]]",
    "[[4 ¶9 Char\nter]]",
    `[[4 ¶9 ${"x".repeat(MAX_ABOUT + 2)}]]`,
  ])("are not %j", (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it("name a position whatever it is called", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        number,
        number,
        (name, reading, paragraph) => {
          const mark = citationMark(reading, paragraph, name);
          const position = { id: "p", short: name, name: "" };
          const [found, ...more] = findCitations(mark);
          expect(more).toEqual([]);
          expect(found).toMatchObject({ reading, paragraph, start: 0, end: mark.length });
          const isNamed = found?.about !== null;
          expect(positionNamed(found?.about ?? null, [position])).toBe(isNamed ? position : null);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are looked for without end in nothing that almost is one", () => {
    // Work that grew with the square of the length would outlast the runner's patience.
    const text = `${"[[4 ¶9 ".repeat(100_000)}${" ".repeat(100_000)}`;
    expect(findCitations(text)).toEqual([]);
  });
});

describe("the position a mark names", () => {
  const charter = { id: "c", name: "The Charter order", short: "Charter" };
  const initiative = { id: "g", name: "Charter", short: "GSI" };
  const spheres = { id: "s", name: "Sphères d’influence", short: "Sphères" };
  const all = [charter, initiative, spheres];

  it.each([
    ["charter", charter],
    ["the CHARTER order", charter],
    ["gsi", initiative],
    ["SPHERES", spheres],
    ["spheres d’influence", spheres],
    ["order", null],
    [null, null],
  ])("of %j", (about, position) => {
    expect(positionNamed(about, all)).toBe(position);
  });

  it("is the first of two with one name", () => {
    expect(positionNamed("charter", [{ ...charter, id: "new" }, charter])?.id).toBe("new");
  });
});
