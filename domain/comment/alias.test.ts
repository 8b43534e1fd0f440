import { expect, it } from "vitest";
import { drawAlias } from "./alias";

/** A small generator of numbers, the same at every run. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

it("draws five thousand different aliases, more than there are pairs of words", () => {
  const taken = new Set<string>();
  const random = numbers(7);
  for (let drawn = 0; drawn < 5_000; drawn++) {
    const name = drawAlias(taken, random);
    expect(taken.has(name)).toBe(false);
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+( \d+)?$/);
    taken.add(name);
  }
  expect(taken.size).toBe(5_000);
});

it("gives a class of two hundred plain pairs of words", () => {
  const taken = new Set<string>();
  const random = numbers(11);
  for (let drawn = 0; drawn < 200; drawn++) taken.add(drawAlias(taken, random));
  expect([...taken].filter((name) => /\d/.test(name))).toEqual([]);
});

it("takes a number when the generator offers the same again and again", () => {
  const first = drawAlias(new Set(), () => 0);
  const second = drawAlias(new Set([first]), () => 0);
  expect(second).toBe(`${first} 2`);
  expect(drawAlias(new Set([first, second]), () => 0)).toBe(`${first} 3`);
});
