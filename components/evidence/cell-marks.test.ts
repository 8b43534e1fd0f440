import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceRelations } from "@/domain/prompt/contest";
import { MOST_MARKS, marksOf } from "./cell-marks";

const tallies = fc.record({
  supports: fc.nat(400),
  qualifies: fc.nat(400),
  challenges: fc.nat(400),
});

describe("the squares of a cell", () => {
  it("are the passages themselves while they are few", () => {
    expect(marksOf({ supports: 2, qualifies: 1, challenges: 1 })).toEqual({
      marks: ["supports", "supports", "qualifies", "challenges"],
      more: 0,
    });
  });

  it("keep their shares when there are more than can be drawn", () => {
    const { marks, more } = marksOf({ supports: 100, qualifies: 0, challenges: 100 });
    expect(marks.filter((mark) => mark === "supports")).toHaveLength(MOST_MARKS / 2);
    expect(more).toBe(200 - MOST_MARKS);
  });

  it("never exceed what is drawn, never lose a relation, and account for every passage", () => {
    fc.assert(
      fc.property(tallies, (tally) => {
        const total = tally.supports + tally.qualifies + tally.challenges;
        const { marks, more } = marksOf(tally);
        expect(marks.length + more).toBe(total);
        expect(marks.length).toBeLessThanOrEqual(MOST_MARKS);
        for (const relation of evidenceRelations) {
          expect(marks.includes(relation)).toBe(tally[relation] > 0);
        }
      }),
    );
  });
});
