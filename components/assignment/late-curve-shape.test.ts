import { expect, test } from "vitest";
import type { LatePolicy } from "@/domain/grading/late";
import { curveOf, frame } from "./late-curve-shape";

const zone = "Europe/Zurich";
const due = new Date("2026-11-26T22:59:00Z");
const closes = new Date("2026-11-29T22:59:00Z");
const steps: LatePolicy = {
  kind: "steps",
  graceMinutes: 60,
  steps: [
    { days: 1, kept: 90 },
    { days: 2, kept: 75 },
    { days: 3, kept: 50 },
  ],
  floor: 0,
};

test("a curve goes down where the policy does, and to nothing when it closes", () => {
  const curve = curveOf(steps, due, closes, zone);
  expect(curve?.steps.map((step) => [step.kept, step.until?.toISOString()])).toEqual([
    [100, "2026-11-26T23:59:00.000Z"],
    [90, "2026-11-27T22:59:00.000Z"],
    [75, "2026-11-28T22:59:00.000Z"],
    [50, undefined],
  ]);
  expect(curve?.line.endsWith(`L${frame.closes} ${frame.foot}H${frame.right}`)).toBe(true);
  expect(curve?.levels.map((level) => level.kept)).toEqual([100, 90, 75, 50]);
});

test("words that would run into one another are left out of the picture, not out of the steps", () => {
  const curve = curveOf({ kind: "perDay", graceMinutes: 0, percent: 1, floor: 0 }, due, closes, zone);
  expect(curve?.levels.map((level) => level.named)).toEqual([true, false, false, false]);
  expect(curve?.steps.map((step) => step.kept)).toEqual([99, 98, 97]);
});

test("where nothing is between due and closing there is nothing to draw", () => {
  expect(curveOf(steps, due, due, zone)).toBeNull();
});
