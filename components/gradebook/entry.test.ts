import { expect, it } from "vitest";
import { readEntry, typedOf } from "./entry";

it("reads points, with a comma too, and the two words", () => {
  expect(readEntry(" 24,50 ", "30").mark).toEqual({ kind: "points", points: "24.5" });
  expect(readEntry("ex", "30").mark).toEqual({ kind: "excused" });
  expect(readEntry("Mi", "30").mark).toEqual({ kind: "missing" });
});

it("names what it cannot take", () => {
  expect(readEntry("=1+1", "30").fault).toBe("unreadable");
  expect(readEntry("-1", "30").fault).toBe("unreadable");
  expect(readEntry("30.01", "30").fault).toBe("too-many");
});

it("types a mark as it reads it", () => {
  for (const typed of ["24.5", "EX", "MI", "0"]) {
    const { mark } = readEntry(typed, "30");
    expect(mark && typedOf(mark)).toBe(typed);
  }
});
