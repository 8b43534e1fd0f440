import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold";
import { plainOf, snippetOf } from "./snippet";
import { findWords, lookFor } from "./words";

const marked = (text: string, sought: { words?: string[]; fragments?: string[] }) => {
  const snippet = snippetOf(text, { words: new Set(sought.words), fragments: sought.fragments ?? [] });
  return snippet.marks.map(([start, end]) => snippet.text.slice(start, end));
};

describe("what was typed", () => {
  it("is words, which may stand within others", () => {
    expect(lookFor("treaty  secretari")).toEqual({
      query: "treaty secretari",
      without: "",
      terms: ["treaty", "secretari"],
      fragments: ["treaty", "secretari"],
    });
  });

  it("may be a phrase in any quotation marks, a choice, something left out", () => {
    expect(lookFor("“not a treaty” or pact")).toEqual({
      query: '"not a treaty" or pact',
      without: "",
      terms: ["not", "a", "treaty", "pact"],
      fragments: [],
    });
    expect(lookFor("war -peace")).toMatchObject({
      query: "war",
      without: "peace",
      terms: ["war"],
      fragments: [],
    });
    expect(lookFor('-a -"b c" d')).toMatchObject({ query: "d", without: 'a or "b c"' });
    expect(lookFor("«ein Vertrag»")).toMatchObject({ query: '"ein Vertrag"', fragments: ["ein Vertrag"] });
  });

  it("keeps signs in fragments and not in the query", () => {
    expect(lookFor("50% a_b")).toMatchObject({ query: '50 "a b"', fragments: ["50%", "a_b"] });
    expect(lookFor("!? -")).toMatchObject({ query: "", terms: [], fragments: ["!?"] });
  });

  it("one letter is a fragment only where it is a word", () => {
    expect(lookFor("a 约").fragments).toEqual(["约"]);
  });

  it("is never empty and never long", () => {
    expect(findWords.safeParse("  ").success).toBe(false);
    expect(findWords.safeParse("x".repeat(201)).success).toBe(false);
  });
});

describe("folding", () => {
  it("knows where each letter comes from", () => {
    expect(fold("Große Überraschung").text).toBe("grosse uberraschung");
    expect(fold("é́x")).toEqual({ text: "ex", at: [0, 2, 3] });
  });

  it("keeps the vowel signs of Indian scripts, and not the points of Arabic", () => {
    expect(fold("हिन्दी").text).toBe("हिन्दी");
    expect(fold("مُعَاهَدَة").text).toBe(fold("معاهدة").text);
  });

  it("has an offset for each unit, in order, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text);
        expect(folded.at).toHaveLength(folded.text.length + 1);
        expect(folded.at.at(-1)).toBe(text.length);
        expect(folded.at).toEqual(folded.at.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("a snippet", () => {
  it("marks words and pieces, whatever their case and accents, once", () => {
    expect(marked("Treaties, a treaty.", { words: ["Treaties", "treaty"], fragments: ["treat"] })).toEqual([
      "Treaties",
      "treaty",
    ]);
    expect(marked("Ein Café, eine GROẞE Straße", { fragments: ["cafe", "strasse"] })).toEqual([
      "Café",
      "Straße",
    ]);
    expect(marked("全球安全倡议不是条约。", { fragments: ["条约"] })).toEqual(["条约"]);
  });

  it("shows a line around the first", () => {
    const text = `${"Long before. ".repeat(40)}Here is consent. ${"Long after. ".repeat(40)}`;
    const snippet = snippetOf(text, { words: new Set(["consent"]), fragments: [] });
    expect(snippet.text).toMatch(/^….*Here is consent\..*…$/);
    expect(snippet.text.length).toBeLessThanOrEqual(300);
    expect(marked(text, { words: ["consent"] })).toEqual(["consent"]);
  });

  it("has marks within its text, in order and apart, for any text", () => {
    const unit = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(
        unit,
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 })),
        (text, fragments) => {
          const snippet = snippetOf(text, { words: new Set(fragments), fragments });
          let last = -1;
          for (const [start, end] of snippet.marks) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(snippet.text.length);
        },
      ),
    );
  });

  it("leaves Markdown's marks out", () => {
    expect(plainOf("> **Not** a treaty [[4 ¶9]],\n\n`says` it")).toBe("Not a treaty 4 ¶9, says it");
  });
});
