import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likenessTo, overlaps, sharedWords } from "./likeness";

const at = (start: number, end: number, claim = "", paragraphId = "x") => ({
  paragraphId,
  start,
  end,
  claim,
});

describe("whether two pieces may say the same", () => {
  it("is asked where their passages have words in common", () => {
    expect(overlaps(at(0, 10), at(9, 20))).toBe(true);
    expect(overlaps(at(0, 10), at(10, 20))).toBe(false);
    expect(overlaps(at(0, 10), at(0, 10, "", "y"))).toBe(false);
    expect(likenessTo(at(0, 10, "Everybody consents."))(at(5, 20, "Nobody was asked."))).toBe(1);
  });

  it.each([
    ["Small states are not asked for their consent.", "The consent of small states was never asked."],
    ["Décision prise à l’unanimité des membres", "la decision des membres est prise"],
    ["小国的同意没有被征求", "没有征求小国的同意"],
  ])("is asked where the claims share their words: %s", (one, other) => {
    expect(likenessTo(at(0, 5, one))(at(50, 60, other))).toBeGreaterThan(0);
  });

  it.each([
    ["Alliances deter.", "Alliances provoke."],
    ["Small states are not asked.", "A treaty binds only its members and their heirs."],
    ["", ""],
  ])("is not asked for %s and %s", (one, other) => {
    expect(likenessTo(at(0, 5, one))(at(50, 60, other))).toBe(0);
  });

  it("is the same from either side, and a claim shares all its words with itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (one, other) => {
        expect(sharedWords(one, other)).toBe(sharedWords(other, one));
        expect([0, 1]).toContain(sharedWords(one, one));
      }),
    );
  });
});
