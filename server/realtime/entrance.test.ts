import { describe, expect, it } from "vitest";
import { MOST_BEHIND, startFrom } from "./entrance";

const last = new Map([
  ["one", 1000],
  ["two", 3],
]);

describe("where a reader goes on", () => {
  it("is where they stopped, and the beginning of a room opened since", () => {
    expect(startFrom(new Map([["one", 990]]), last)).toEqual(
      new Map([
        ["one", 990],
        ["two", 0],
      ]),
    );
  });

  it("is of no use when it is too far behind, or ahead of a room", () => {
    const at = (one: number, two: number) => startFrom(new Map(Object.entries({ one, two })), last);
    expect(at(1000 - MOST_BEHIND, 3)).not.toBeNull();
    expect(at(1000 - MOST_BEHIND - 1, 3)).toBeNull();
    expect(at(1000, 4)).toBeNull();
    expect(startFrom(new Map(), last)).toBeNull();
  });

  it("leaves out rooms that this person may not enter", () => {
    expect(startFrom(new Map([["three", 9]]), new Map([["two", 3]]))).toEqual(new Map([["two", 0]]));
  });
});
