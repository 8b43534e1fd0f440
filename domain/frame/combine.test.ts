import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, differencesOf } from "./combine";
import type { FrameDraft } from "./frame";

const position = (id: string, name = id): FrameDraft["positions"][number] => ({
  id,
  name,
  short: name,
  line: "",
  account: "",
  sources: "",
  colour: "pos-1",
});
const frame = (...positions: FrameDraft["positions"]): FrameDraft => ({ positions, dimensions: [] });
const names = ({ positions }: FrameDraft) => positions.map(({ name }) => name);

const base = frame(position("a"), position("b"), position("c"));

describe("two frames made from one", () => {
  it("differ only in what somebody changed; what one changed is proposed", () => {
    const mine = frame(position("a", "A of mine"), position("b"), position("c"));
    const theirs = frame(position("a"), position("b", "B of theirs"), position("c"), position("d"));
    const { positions, order } = differencesOf(base, mine, theirs);
    expect(positions.map(({ id, both, proposed }) => [id, both, proposed])).toEqual([
      ["a", false, "mine"],
      ["b", false, "theirs"],
      ["d", false, "theirs"],
    ]);
    expect(order).toBe(false);
    expect(names(combine({ base, mine, theirs }, new Map(), "mine"))).toEqual([
      "A of mine",
      "B of theirs",
      "c",
      "d",
    ]);
  });

  it("ask where both changed the same, and take what is chosen", () => {
    const mine = frame(position("a", "mine"), position("b"), position("c"));
    const theirs = frame(position("a", "theirs"), position("b"));
    const { positions } = differencesOf(base, mine, theirs);
    expect(positions).toMatchObject([
      { id: "a", both: true },
      { id: "c", both: false, theirs: null },
    ]);
    expect(names(combine({ base, mine, theirs }, new Map([["a", "theirs"]]), "mine"))).toEqual([
      "theirs",
      "b",
    ]);
    expect(names(combine({ base, mine, theirs }, new Map([["c", "mine"]]), "theirs"))).toEqual([
      "mine",
      "b",
      "c",
    ]);
  });

  it("take either order", () => {
    const mine = frame(position("c"), position("b"), position("a"));
    expect(differencesOf(base, mine, base).order).toBe(true);
    expect(names(combine({ base, mine, theirs: base }, new Map(), "mine"))).toEqual(["c", "b", "a"]);
    expect(names(combine({ base, mine, theirs: base }, new Map(), "theirs"))).toEqual(["a", "b", "c"]);
  });

  it("lose nothing: all of mine, all of theirs, whatever they are", () => {
    const some = fc
      .uniqueArray(fc.tuple(fc.constantFrom(..."abcdef"), fc.constantFrom("one", "two")), {
        selector: ([id]) => id,
      })
      .map((pairs) => frame(...pairs.map(([id, name]) => position(id, name))));
    fc.assert(
      fc.property(some, some, some, (was, mine, theirs) => {
        const { positions } = differencesOf(was, mine, theirs);
        const all = (whose: "mine" | "theirs") => new Map(positions.map(({ id }) => [id, whose]));
        expect(combine({ base: was, mine, theirs }, all("mine"), "mine")).toEqual(mine);
        expect(combine({ base: was, mine, theirs }, all("theirs"), "theirs")).toEqual(theirs);
        const proposed = combine({ base: was, mine, theirs }, new Map(), "mine");
        const standing = new Set(proposed.positions.map(({ id }) => id));
        for (const { id, base: before, mine: own, theirs: other } of positions) {
          // What somebody added stands; what one took away and the other left alone does not.
          if (!before) expect(standing.has(id)).toBe(true);
          else if (!own !== !other && (own ?? other)?.name === before.name)
            expect(standing.has(id)).toBe(false);
        }
      }),
    );
  });
});
