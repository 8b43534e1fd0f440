import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contestOf } from "./contest";

const contest = (supports: number, challenges: number, qualifies = 0) =>
  contestOf({ supports, qualifies, challenges });

describe("how contested a cell is", () => {
  it.each([
    [4, 0, 0],
    [8, 1, 1],
    [2, 8, 1],
    [2, 1, 2],
    [3, 1, 2],
    [6, 4, 3],
    [3, 4, 3],
    [5, 4, 4],
    [3, 3, 4],
  ])("%i for and %i against is %i", (supports, challenges, level) => {
    expect(contest(supports, challenges)).toBe(level);
  });

  it("is nothing where nobody takes a side", () => {
    expect(contest(0, 0, 7)).toBe(0);
  });

  it("is the same from either side, and no matter what qualifies", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.nat(99), (a, b, c) => {
        expect(contest(a, b, c)).toBe(contest(b, a));
      }),
    );
  });
});
