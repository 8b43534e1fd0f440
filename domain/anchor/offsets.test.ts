import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapOf } from "./offsets";

const word = fc.constantFrom("order", "a", "é", "秩序", "👩🏽‍⚖️", "the", "treaty,", "  ", "\u0301");
const text = fc
  .array(word, { maxLength: 12 })
  .chain((words) => fc.constantFrom(words.join(" "), words.join("")));

describe("where each unit of an edited text stands now", () => {
  it("is a unit like it, and behind all that stood before it", () => {
    fc.assert(
      fc.property(text, text, text, text, (begin, old, now, end) => {
        const [earlier, later] = [begin + old + end, begin + now + end];
        let reached = -1;
        for (const [unit, at] of mapOf(earlier, later).entries()) {
          if (at < 0) continue;
          expect(later.charCodeAt(at)).toBe(earlier.charCodeAt(unit));
          expect(at).toBeGreaterThan(reached);
          reached = at;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is known for all that was not edited", () => {
    const map = mapOf("No members to admit.", "It has no members, and nobody to admit.");
    expect(map.slice(-10)).toEqual(Int32Array.from({ length: 10 }, (_, at) => 29 + at));
    expect([...mapOf("the same", "the same")]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...mapOf(" x", "y")]).toEqual([-1, -1]);
  });
});
