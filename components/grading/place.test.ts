import { expect, it } from "vitest";
import { type BenchPlace, readPlace, writePlace } from "./place";

const places: BenchPlace[] = [
  { studentId: null, order: "group", show: "all", mine: false, promptId: null, criterionId: null },
  { studentId: "ada", order: "student", show: "late", mine: true, promptId: null, criterionId: null },
  { studentId: "ada", order: "prompt", show: "all", mine: false, promptId: "one", criterionId: "evidence" },
];

it("says in its address where one is", () => {
  for (const place of places) expect(readPlace(new URLSearchParams(writePlace(place)))).toEqual(place);
  expect(places.map(writePlace)).toEqual([
    "",
    "by=student&show=late&mine=1&student=ada",
    "by=prompt&prompt=one&criterion=evidence&student=ada",
  ]);
});

it("takes what makes no sense for nothing", () => {
  expect(readPlace(new URLSearchParams("by=x&show=&mine=yes&student=ada"))).toEqual({
    ...places[0],
    studentId: "ada",
  });
});
