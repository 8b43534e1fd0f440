import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Difference, differenceOf } from "./difference";

const without = (kind: Difference["kind"], runs: Difference[]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join("");

const texts = fc
  .array(fc.constantFrom("a", "b", "c", " ", "the ", "李明", "é", "😀", "\n"), { maxLength: 60 })
  .map((words) => words.join(""));

describe("differenceOf", () => {
  it("tells the words that changed", () => {
    expect(differenceOf("a roof over all", "a floor under all")).toEqual([
      { kind: "same", text: "a " },
      { kind: "removed", text: "roof" },
      { kind: "added", text: "floor" },
      { kind: "same", text: " " },
      { kind: "removed", text: "over" },
      { kind: "added", text: "under" },
      { kind: "same", text: " all" },
    ]);
  });

  it("holds both texts", () => {
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const runs = differenceOf(earlier, later);
        expect(without("added", runs)).toBe(earlier);
        expect(without("removed", runs)).toBe(later);
      }),
    );
  });

  it("has no empty run, and none beside another of its kind", () => {
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const runs = differenceOf(earlier, later);
        for (const [at, run] of runs.entries()) {
          expect(run.text).not.toBe("");
          expect(run.kind).not.toBe(runs[at + 1]?.kind);
        }
      }),
    );
  });

  it("finds nothing to tell between a text and itself", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(differenceOf(text, text).every((run) => run.kind === "same")).toBe(true);
      }),
    );
  });

  it("is done with two long texts that have nothing in common", () => {
    const runs = differenceOf("a ".repeat(5_000), "b ".repeat(5_000));
    expect(without("added", runs)).toBe("a ".repeat(5_000));
    expect(without("removed", runs)).toBe("b ".repeat(5_000));
  });
});
