import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { letterTo, newLetter } from "./letter";

const letter = (body: string) => newLetter.safeParse({ id: uuidv7(), to: [uuidv7()], body });

test("a letter takes each one's name in its place, whatever it is", () => {
  expect(letterTo("$& {name}", "Dear {name}, {name}!")).toBe("Dear $& {name}, $& {name}!");
});

test("a letter does not grow beyond measure by names", () => {
  expect(letter("Dear {name}, we miss you.").success).toBe(true);
  expect(letter("{name} ".repeat(21)).success).toBe(false);
});
