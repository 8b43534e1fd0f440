import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, describePassage } from "./passage";

describe("describePassage", () => {
  it("keeps the words and what stands around them", () => {
    const text = "It has no members to admit, no secretariat to petition.";
    const found = describePassage(text, 7, 26);
    expect(found).toEqual({
      start: 7,
      end: 26,
      quote: "no members to admit",
      prefix: "It has ",
      suffix: ", no secretariat to petition.",
    });
  });

  it("leaves out the spaces at the edges and takes a selection made backwards", () => {
    expect(describePassage("one two three", 8, 3)?.quote).toBe("two");
    expect(describePassage("one   two", 3, 6)).toBeNull();
  });

  it("never cuts an emoji or an accent in two", () => {
    const family = "a 👩‍👩‍👧 b";
    expect(describePassage(family, 3, 4)?.quote).toBe("👩‍👩‍👧");
    expect(describePassage("e\u0301tat", 1, 2)?.quote).toBe("e\u0301");
  });

  it("describes a passage that is found again at its place, in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.nat(90), fc.nat(90), (text, a, b) => {
        const found = describePassage(text, a, b);
        if (!found) return;
        expect(text.slice(found.start, found.end)).toBe(found.quote);
        expect(text.slice(found.start - found.prefix.length, found.start)).toBe(found.prefix);
        expect(anchorOf(text, found)).toEqual(found);
      }),
    );
  });
});

describe("anchorOf", () => {
  it("refuses words that do not stand at the place named", () => {
    expect(anchorOf("the court", { start: 4, end: 9, quote: "Court" })).toBeNull();
    expect(anchorOf("the court", { start: 40, end: 45, quote: "court" })).toBeNull();
  });
});
