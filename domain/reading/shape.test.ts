import { expect, it } from "vitest";
import { estimatedHeight, linesOf } from "./shape";

it("counts the lines of a paragraph, never none", () => {
  expect(linesOf("")).toBe(1);
  expect(linesOf("a".repeat(66))).toBe(1);
  expect(linesOf("a".repeat(67))).toBe(2);
});

it("gives Chinese letters the room of two", () => {
  expect(linesOf("安".repeat(66))).toBe(2);
});

it("gives every row of a list or table a line", () => {
  expect(linesOf("one\ntwo\nthree")).toBe(3);
});

it("estimates a height by the kind's leading", () => {
  expect(estimatedHeight("prose", "a".repeat(130))).toBe(60);
  expect(estimatedHeight("quote", "short")).toBe(36);
});
