import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationMark } from "./citation";
import { standingOf } from "./requirements";

const asked = { wordsMin: 5, citationsMin: 2, readingsMin: 2 };
const number = fc.integer({ min: 1, max: 999 });
const mark = fc.tuple(number, number);

describe("what is still missing", () => {
  it("is everything for an empty text", () => {
    expect(standingOf("", asked)).toMatchObject({ words: 0, readings: [], missing: 3 });
  });

  it("is nothing when all that is asked is there", () => {
    const text = `Two readings say the same thing ${citationMark(1, 2)} ${citationMark(4, 9)}`;
    expect(standingOf(text, asked)).toMatchObject({ readings: [1, 4], missing: 0 });
  });

  it("asks nothing where the prompt asks nothing", () => {
    expect(standingOf("", { wordsMin: 0, citationsMin: 0, readingsMin: 0 }).requirements).toEqual([]);
  });

  it("counts a paragraph named twice once", () => {
    const text = `${citationMark(4, 9)} and again ${citationMark(4, 9)}`;
    expect(standingOf(text, asked).requirements).toContainEqual({
      kind: "citations",
      have: 1,
      need: 2,
      met: false,
    });
  });

  it("does not count a mark that leads nowhere", () => {
    const standing = standingOf(citationMark(9, 1), asked, (found) => found.reading < 5);
    expect(standing.readings).toEqual([]);
    expect(standing.missing).toBe(3);
  });

  it("counts the words of scripts that write none apart", () => {
    expect(standingOf("安全不可分割", asked).words).toBeGreaterThan(1);
  });

  it("has as many citations as there are different marks, wherever they stand in the text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, fc.lorem()), { maxLength: 20 }), (parts) => {
        const text = parts
          .map(([[reading, paragraph], words]) => `${words} ${citationMark(reading, paragraph)}`)
          .join("\n\n");
        const standing = standingOf(text, { wordsMin: 1, citationsMin: 1, readingsMin: 1 });
        const [words, citations, readings] = standing.requirements.map((item) => item.have);
        expect(citations).toBe(new Set(parts.map(([place]) => place.join(" "))).size);
        expect(readings).toBe(new Set(parts.map(([[reading]]) => reading)).size);
        expect(words).toBe(parts.flatMap(([, lorem]) => lorem.split(" ")).length);
      }),
    );
  });

  it("never says of a longer text that less is there", () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), mark, (first, second, [reading, paragraph]) => {
        const before = standingOf(first, asked);
        const after = standingOf(`${first} ${second} ${citationMark(reading, paragraph)}`, asked);
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        expect(after.words).toBeGreaterThan(before.words);
      }),
    );
  });
});
