import fc from "fast-check";
import { expect, it } from "vitest";
import { heatOf, miniatureLines, strokesOf } from "./miniature";

it("draws a passage on the lines it covers", () => {
  expect(strokesOf([["question", [50, 150]]], 200, 2)).toEqual([
    { line: 0, left: 50, width: 50, kind: "question" },
    { line: 1, left: 0, width: 50, kind: "question" },
  ]);
});

it("draws nothing for a text without letters", () => {
  expect(strokesOf([["term", [0, 4]]], 0, 1)).toEqual([]);
});

it("stays within its lines whatever the passages", () => {
  const pairs = fc.array(fc.nat(900), { maxLength: 40 }).map((offsets) => offsets.sort((a, b) => a - b));
  fc.assert(
    fc.property(
      pairs,
      fc.integer({ min: 1, max: 800 }),
      fc.integer({ min: 1, max: 16 }),
      (offsets, length, lines) => {
        for (const stroke of strokesOf([["insight", offsets]], length, lines)) {
          expect(stroke.line).toBeLessThan(lines);
          expect(stroke.left).toBeGreaterThanOrEqual(0);
          expect(stroke.left + stroke.width).toBeLessThanOrEqual(101);
        }
      },
    ),
  );
});

it("keeps a miniature between one line and its most", () => {
  expect([miniatureLines(0), miniatureLines(7), miniatureLines(90)]).toEqual([1, 7, 16]);
});

it("tells little talk from much", () => {
  expect([0, 1, 4, 9].map(heatOf)).toEqual([0, 1, 2, 3]);
});
