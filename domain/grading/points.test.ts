import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hundredths, keptOf, MOST_POINTS, points, readPoints, showPoints, sumOf } from "./points";

const amount = fc.integer({ min: 0, max: MOST_POINTS });

describe("points", () => {
  it("reads decimals of at most two places, and nothing else", () => {
    expect(["26.5", "26,5", " 26.50 ", "0", "0.05", "99999.99"].map(readPoints)).toEqual([
      2650, 2650, 2650, 0, 5, 9_999_999,
    ]);
    const wrong = ["", ".5", "5.", "1.234", "-1", "+1", "1e3", "NaN", "1 000", "100000", "١", "0x10"];
    expect(wrong.map(readPoints)).toEqual(wrong.map(() => null));
  });

  it("shows the shortest decimal, which reads back as the same", () => {
    expect([0, 5, 50, 2600, 2650, 2655].map(showPoints)).toEqual(["0", "0.05", "0.5", "26", "26.5", "26.55"]);
    fc.assert(fc.property(amount, (value) => readPoints(showPoints(value)) === value));
  });

  it("adds up exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 50 }), (values) => {
        const shown = values.map(showPoints);
        expect(sumOf(shown.map((text) => hundredths(text)))).toBe(sumOf(values));
      }),
    );
  });

  it("keeps a share of them, half up to a hundredth", () => {
    expect([
      keptOf(1250, "90"),
      keptOf(5, "50"),
      keptOf(1, "50"),
      keptOf(1, "49.99"),
      keptOf(3333, "33.33"),
    ]).toEqual([1125, 3, 1, 0, 1111]);
    const perCent = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, perCent, (value, share) => {
        const exact = (BigInt(value) * BigInt(share) * 2n + 10_000n) / 20_000n;
        expect(keptOf(value, showPoints(share))).toBe(Number(exact));
      }),
    );
    fc.assert(fc.property(amount, (value) => keptOf(value, "100") === value && keptOf(value, "0") === 0));
  });

  it("brings what travels to its shortest form, or says that it cannot be read", () => {
    expect(points.parse("7,50")).toBe("7.5");
    expect(points.safeParse("seven").success).toBe(false);
    expect(() => hundredths("-1")).toThrow();
  });
});
