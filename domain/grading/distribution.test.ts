import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distribution, FEWEST } from "./distribution";
import { showPoints } from "./points";

const times = (count: number, total: string) => Array.from({ length: count }, () => total);

describe("how a class's grades lie", () => {
  it("is not said of fewer than five", () => {
    expect(distribution(times(4, "10"), "20")).toBeNull();
    expect(distribution([], "20")).toBeNull();
    expect(distribution(times(9, "0"), "0")).toBeNull();
  });

  it("puts neighbours together until each bin has five", () => {
    expect(distribution([...times(5, "0"), ...times(3, "9"), ...times(4, "20")], "20")).toEqual([
      { from: "0", to: "2", count: 5 },
      { from: "2", to: "20", count: 7 },
    ]);
    expect(distribution([...times(6, "1"), ...times(2, "19")], "20")).toEqual([
      { from: "0", to: "20", count: 8 },
    ]);
  });

  it("never has a bin of one to four, leaves nobody out, and has no gaps", () => {
    const graded = fc
      .integer({ min: 1, max: 99_999 })
      .chain((most) =>
        fc.tuple(fc.constant(most), fc.array(fc.integer({ min: 0, max: most }), { maxLength: 60 })),
      );
    fc.assert(
      fc.property(graded, ([most, totals]) => {
        const bins = distribution(totals.map(showPoints), showPoints(most));
        if (totals.length < FEWEST) {
          expect(bins).toBeNull();
          return;
        }
        for (const bin of bins ?? []) expect(bin.count).toBeGreaterThanOrEqual(FEWEST);
        expect(bins?.reduce((sum, bin) => sum + bin.count, 0)).toBe(totals.length);
        expect([bins?.at(0)?.from, bins?.at(-1)?.to]).toEqual(["0", showPoints(most)]);
        for (const [at, bin] of (bins ?? []).entries()) {
          if (at > 0) expect(bin.from).toBe(bins?.[at - 1]?.to);
        }
      }),
    );
  });
});
