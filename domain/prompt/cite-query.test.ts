import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCitations } from "./citation";
import {
  type CitablePassage,
  citeTokenAt,
  completeCitation,
  glimpseOf,
  matchPassages,
  matchPositions,
} from "./cite-query";

const passage = (reading: number, paragraph: number, text: string): CitablePassage => ({
  readingId: `r${reading}`,
  paragraphId: `r${reading}p${paragraph}`,
  reading,
  title: `Reading ${reading}`,
  paragraph,
  text,
});

const passages = [
  passage(1, 3, "No state may make itself safer at another’s cost."),
  passage(3, 4, "At Vienna the small were informed."),
  passage(3, 9, "First the troops, then the press."),
  passage(4, 9, "A café by the troops."),
];

const found = (opening: "[[" | "¶", query: string) =>
  matchPassages(passages, { opening, query }, 8).map((each) => `${each.reading} ¶${each.paragraph}`);

describe("the citation being typed", () => {
  it.each([
    ["and [[4 ¶9", "[[", "4 ¶9"],
    ["and [[", "[[", ""],
    ["and ¶3 tro", "¶", "3 tro"],
  ])("in %j opens with %j and asks for %j", (text, opening, query) => {
    expect(citeTokenAt(text, text.length)).toMatchObject({ opening, query, start: 4 });
  });

  it.each(["and [[4 ¶9]]", "nothing", "¶ above\nbelow", ""])("is none at the end of %j", (text) => {
    expect(citeTokenAt(text, text.length)).toBeNull();
  });

  it("is looked for before the caret only", () => {
    expect(citeTokenAt("and [[4", 3)).toBeNull();
  });
});

describe("passages offered", () => {
  it("are all of them at first, in order", () => {
    expect(found("[[", "")).toHaveLength(4);
  });

  it("are a reading's after [[ and paragraphs of that number after ¶, before the others", () => {
    expect(found("[[", "3")).toEqual(["3 ¶4", "3 ¶9", "1 ¶3"]);
    expect(found("¶", "3")).toEqual(["1 ¶3", "3 ¶4", "3 ¶9"]);
  });

  it("are found by both numbers", () => {
    expect(found("[[", "4 ¶9")).toEqual(["4 ¶9"]);
  });

  it("are found by both numbers, whatever name is typed behind them", () => {
    expect(found("[[", "3 ¶9 Charter")).toEqual(["3 ¶9"]);
    expect(found("[[", "3 ¶7 Charter")).toEqual([]);
  });

  it("are found by words, whatever their accents and case", () => {
    expect(found("¶", "TROOPS")).toEqual(["3 ¶9", "4 ¶9"]);
    expect(found("¶", "4 cafe")).toEqual(["4 ¶9"]);
  });
});

describe("positions offered behind a passage", () => {
  const positions = [
    { id: "c", name: "The Charter order", short: "Charter" },
    { id: "s", name: "Sphères of influence", short: "Spheres" },
  ];
  it.each([
    ["4 ¶9", ["c", "s"]],
    ["4 ¶9 char", ["c"]],
    ["4 ¶9 the ch", ["c"]],
    ["4 ¶9 SPHERES OF", ["s"]],
    ["4 ¶9 influence", []],
    ["4 spheres", []],
  ])("for %j", (query, ids) => {
    expect(matchPositions(positions, { query }).map((each) => each.id)).toEqual(ids);
  });
});

describe("a glimpse of a paragraph", () => {
  const text = `${"many words before it ".repeat(20)}and then the troops ${"many words after it ".repeat(20)}`;

  it("shows the word it was found by", () => {
    expect(glimpseOf(text, "4 Troops", 160)).toMatch(/^….*troops.*…$/);
    expect(glimpseOf(text, "", 160)).toMatch(/^many words.*…$/);
    expect(glimpseOf("Short.", "short", 160)).toBe("Short.");
  });

  it("is never much longer than asked, and always part of the text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 8, max: 60 }), (words, query, most) => {
        const glimpse = glimpseOf(words, query, most);
        expect(glimpse.length).toBeLessThanOrEqual(most + 2);
        expect(words).toContain(glimpse.replace(/^…/, "").replace(/…$/, ""));
      }),
    );
  });
});

describe("a completed citation", () => {
  it("stands where the token stood, and the caret behind it", () => {
    const text = "before ¶3 after";
    const token = citeTokenAt(text, 9);
    expect(token && completeCitation(text, token, { reading: 3, paragraph: 9 })).toEqual({
      text: "before [[3 ¶9]] after",
      caret: 15,
    });
  });

  it("may name the position it speaks for", () => {
    const done = completeCitation("[[3 ¶9 Ch", { start: 0, end: 9 }, { reading: 3, paragraph: 9 }, "Charter");
    expect(done).toEqual({ text: "[[3 ¶9 Charter]]", caret: 16 });
  });

  it("takes closing brackets along", () => {
    expect(completeCitation("[[3]]", { start: 0, end: 3 }, { reading: 3, paragraph: 9 }).text).toBe(
      "[[3 ¶9]]",
    );
  });

  it("is always a mark that is found again", () => {
    const number = fc.integer({ min: 1, max: 9999 });
    const words = fc.string().map((text) => text.replace(/[[\]¶\n]/g, ""));
    fc.assert(
      fc.property(words, words, number, number, (before, after, reading, paragraph) => {
        const text = `${before}[[${after}`;
        const token = citeTokenAt(text, before.length + 2);
        if (!token) throw new Error("no token");
        const done = completeCitation(text, token, { reading, paragraph });
        expect(findCitations(done.text)).toMatchObject([{ reading, paragraph, end: done.caret }]);
      }),
    );
  });
});
