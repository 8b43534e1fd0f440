import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationMark, countWords, findCitations } from "./citation";

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
  });
});
