import { describe, expect, test } from "vitest";
import { giveNumbers, refusalOf, rubricGap } from "./assignment";

const draft = {
  opensAt: new Date("2026-11-20T07:00:00Z"),
  dueAt: new Date("2026-11-24T22:59:00Z"),
  closesAt: new Date("2026-11-27T22:59:00Z"),
  points: "30",
  participationPoints: "0",
  readings: [{ id: "r1", versionId: "v1" }],
  prompts: [],
};

describe("what speaks against an assignment", () => {
  test("nothing, where it is in order; and all three dates may be one", () => {
    expect(refusalOf(draft, true)).toBeNull();
    expect(refusalOf({ ...draft, opensAt: draft.closesAt, dueAt: draft.closesAt }, true)).toBeNull();
  });

  test.each([
    { opensAt: new Date("2026-11-25T00:00:00Z") },
    { closesAt: new Date("2026-11-24T22:58:59Z") },
    { dueAt: new Date("2027-01-01T00:00:00Z") },
  ])("dates out of order: %o", (change) => {
    expect(refusalOf({ ...draft, ...change }, false)).toEqual({ code: "dates-out-of-order" });
  });

  test.each(["0", "0.00", "1000.01", "99999"])("%s points", (points) => {
    expect(refusalOf({ ...draft, points }, false)).toEqual({ code: "points-out-of-range", most: "1000" });
  });

  test.each(["0.01", "0.29", "1000"])("not %s points", (points) => {
    expect(refusalOf({ ...draft, points }, false)).toBeNull();
  });

  test("more for taking part than there is in all", () => {
    const most = { ...draft, participationPoints: "30" };
    expect(refusalOf(most, false)).toBeNull();
    expect(refusalOf({ ...most, participationPoints: "30.01" }, false)).toEqual({
      code: "points-out-of-range",
      most: "30",
    });
  });

  test("nothing to read, but only when it is published", () => {
    expect(refusalOf({ ...draft, readings: [] }, true)).toEqual({ code: "nothing-to-read" });
    expect(refusalOf({ ...draft, readings: [] }, false)).toBeNull();
  });

  test("the same text twice", () => {
    const readings = [...draft.readings, { id: "r2", versionId: "v1" }];
    expect(refusalOf({ ...draft, readings }, false)).toEqual({ code: "id-taken" });
  });
});

test("a rubric is worth what is left beside participation, or it is said by how much it misses", () => {
  const worth = { points: "20", participationPoints: "4.5" };
  expect(rubricGap(worth, "15.50")).toBeNull();
  expect(rubricGap(worth, "20")).toEqual({ has: "20", wants: "15.5" });
  expect(rubricGap({ points: "2", participationPoints: "3" }, "0")).toBeNull();
});

describe("course-wide numbers", () => {
  const held = [
    { id: "a", position: 4 },
    { id: "b", position: 5 },
  ];

  test("new ones go on counting", () => {
    expect(giveNumbers([], ["x", "y"], 7, false).map((part) => part.position)).toEqual([8, 9]);
  });

  test("move with the order while it is a draft", () => {
    expect(giveNumbers(held, ["b", "a"], 5, false)).toEqual([
      { id: "b", position: 4 },
      { id: "a", position: 5 },
    ]);
  });

  test("stay where they are once students know them", () => {
    expect(giveNumbers(held, ["b", "c", "a"], 9, true)).toEqual([
      { id: "b", position: 5 },
      { id: "c", position: 10 },
      { id: "a", position: 4 },
    ]);
  });
});
