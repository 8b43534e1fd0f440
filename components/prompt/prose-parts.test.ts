import { expect, test } from "vitest";
import type { Chip } from "@/domain/prompt/citation";
import { beginning, proseParts } from "./prose-parts";

const chip = (position: number) => ({ position, paragraphId: `p${position}` }) as Chip;

test("each paragraph has its own citations, numbered from the first in it", () => {
  const text = "One [[1 ¶1]] and [[2 ¶2]].\n\nTwo.\n\n\nThree [[3 ¶3]].";
  const parts = proseParts(text, [chip(0), chip(2)]);
  expect(parts.map((part) => part.text)).toEqual(["One [[1 ¶1]] and [[2 ¶2]].", "Two.", "Three [[3 ¶3]]."]);
  expect(parts.map((part) => part.citations.map((each) => [each.paragraphId, each.position]))).toEqual([
    [["p0", 0]],
    [],
    [["p2", 0]],
  ]);
  for (const part of parts) expect(text.slice(part.start)).toMatch(part.text.slice(0, 3));
});

test("a text with lists or code stays in one piece", () => {
  for (const text of ["- one\n\n- two", "1. one\n\n2. two", "```\na\n\nb\n```"]) {
    expect(proseParts(text, [])).toEqual([{ start: 0, text, citations: [] }]);
  }
});

test("a beginning ends with the paragraph that reaches the number", () => {
  const parts = proseParts("One two.\n\nThree four.\n\nFive.", []);
  expect(beginning(parts, 3)).toHaveLength(2);
  expect(beginning(parts, 100)).toHaveLength(3);
});
