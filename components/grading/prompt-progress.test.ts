import { expect, it } from "vitest";
import { isMarkedOn, leftOf } from "./prompt-progress";

const criteria = [{ id: "reading" }, { id: "evidence" }];

it("counts who still wants a level, on each criterion and on any", () => {
  const students = [
    { id: "ada", grade: { marks: { reading: "3", evidence: "4" } } },
    { id: "ben", grade: { marks: { reading: "2" } as Record<string, string> } },
    { id: "eva", grade: null },
  ];
  expect(leftOf(students, criteria)).toEqual({ all: 2, reading: 1, evidence: 2 });
  expect(leftOf([], criteria)).toEqual({ all: 0, reading: 0, evidence: 0 });
});

it("wants a level on each of the criteria", () => {
  expect(isMarkedOn(criteria, { reading: "1" })).toBe(false);
  expect(isMarkedOn(criteria, { reading: "1", evidence: "1" })).toBe(true);
});
