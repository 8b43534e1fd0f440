import { expect, it } from "vitest";
import { pickedPlace, step, wordsOf } from "./words";

it("finds the words of several scripts", () => {
  const text = "A court, 合作安全, безопасность.";
  const found = wordsOf(text, "en").map((word) => text.slice(word.start, word.end));
  expect(found).toContain("court");
  expect(found).toContain("безопасность");
  expect(found.join("")).toContain("合作");
});

it("reads on where a language tag is not one", () => {
  expect(wordsOf("two words", "not a tag").length).toBe(2);
});

it("moves and extends a pick within the text", () => {
  const words = wordsOf("one two three", "en");
  let pick = { from: 0, to: 0 };
  pick = step(pick, 1, false, words.length);
  pick = step(pick, 5, true, words.length);
  expect(pickedPlace(pick, words)).toEqual({ start: 4, end: 13 });
  expect(pickedPlace(step(pick, -9, true, words.length), words)).toEqual({ start: 0, end: 7 });
  expect(pickedPlace({ from: 0, to: 0 }, [])).toBeNull();
});
