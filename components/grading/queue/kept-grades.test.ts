import { describe, expect, it } from "vitest";
import { keptGrades } from "./kept-grades";

const device: Record<string, number> = {};
const keptBy = (students: { id: string; formerId: string | null }[], kept: typeof device) =>
  Object.fromEntries(keptGrades(students, (id) => kept[id] ?? null));

describe("a grade that is kept on the device", () => {
  it("is the student's under whose id it is", () => {
    const students = [
      { id: "heron", formerId: null },
      { id: "teal", formerId: null },
    ];
    expect(keptBy(students, { heron: 3, rook: 1 })).toEqual({ heron: { version: 3, under: "heron" } });
  });

  it("is found again by the alias once the names are given back", () => {
    const students = [
      { id: "ada", formerId: "heron" },
      { id: "liming", formerId: "teal" },
    ];
    expect(keptBy(students, { heron: 3 })).toEqual({ ada: { version: 3, under: "heron" } });
  });

  it("under the name goes before one under the alias", () => {
    expect(keptBy([{ id: "ada", formerId: "heron" }], { heron: 3, ada: 0 })).toEqual({
      ada: { version: 0, under: "ada" },
    });
  });
});
