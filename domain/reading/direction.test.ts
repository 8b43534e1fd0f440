import { expect, it } from "vitest";
import { direction } from "./direction";

it.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["ur", "rtl"],
  ["az-Arab", "rtl"],
  ["zh-Hans", "ltr"],
  ["not a tag", "ltr"],
] as const)("%s is written %s", (language, expected) => {
  expect(direction(language)).toBe(expected);
});
