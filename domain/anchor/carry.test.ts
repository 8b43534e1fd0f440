import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrier, type Standing } from "./carry";

const text = (id: string, words: string) => ({ id, text: words });
const before = [
  text("a1", "On 21 April 2022 a speech was given on an island, and little was said about the war."),
  text(
    "a2",
    "An initiative of this kind is not a treaty. It has no members to admit and nobody to petition.",
  ),
  text("a3", "Most of the words had been working together since 2014."),
];
const on = (paragraphId: string, quote: string): Standing => {
  const start = before.find(({ id }) => id === paragraphId)?.text.indexOf(quote) ?? -1;
  return { paragraphId, start, end: start + quote.length };
};

describe("what stands in a text that is edited", () => {
  it("stays where nothing changed, though paragraphs come and go before it", () => {
    const carry = carrier(before, [
      text("n", "A new beginning."),
      ...before.map(({ id, text: t }) => text(`b${id}`, t)),
    ]);
    expect(carry(on("a2", "not a treaty"))).toMatchObject({ state: "sound", paragraphId: "ba2", start: 30 });
    expect(carry({ paragraphId: "a3", start: null, end: null })).toMatchObject({
      state: "sound",
      paragraphId: "ba3",
    });
  });

  it("moves with its words inside a paragraph that changed elsewhere", () => {
    const after = [
      text("b2", before[1]?.text.replace("An initiative of this kind", "Such an initiative") ?? ""),
    ];
    const carried = carrier(before, after)(on("a2", "no members"));
    expect(carried).toMatchObject({ state: "sound", paragraphId: "b2" });
    if (carried.state === "lost" || carried.start === null || carried.end === null) throw new Error("lost");
    expect(after[0]?.text.slice(carried.start, carried.end)).toBe("no members");
  });

  it("is marked where its own words changed", () => {
    const after = [text("b2", before[1]?.text.replace("no members to admit", "few members to admit") ?? "")];
    const carry = carrier(before, after);
    expect(carry(on("a2", "no members to admit"))).toMatchObject({ state: "changed", paragraphId: "b2" });
    expect(carry({ paragraphId: "a2", start: null, end: null })).toMatchObject({ state: "changed" });
  });

  it("follows a sentence into another paragraph only with the words around it", () => {
    const [, second] = before;
    const after = [
      text(
        "b1",
        `And so it began. ${second?.text} Then it ended, and nobody asked any more why it had to be so.`,
      ),
    ];
    expect(carrier(before, after)(on("a2", "not a treaty"))).toMatchObject({
      state: "sound",
      paragraphId: "b1",
    });
    const alone = [text("b1", "It is, they said, not a treaty, and left the room without another word.")];
    expect(carrier(before, alone)(on("a2", "not a treaty"))).toEqual({ state: "lost" });
  });

  it("is lost with its paragraph", () => {
    const carry = carrier(before, [text("b1", before[0]?.text ?? "")]);
    expect(carry(on("a3", "working together"))).toEqual({ state: "lost" });
    expect(carry({ paragraphId: "a3", start: null, end: null })).toEqual({ state: "lost" });
    expect(carry({ paragraphId: "nowhere", start: null, end: null })).toEqual({ state: "lost" });
  });

  it("is never called sound where other words stand, whatever was edited", () => {
    const word = fc.constantFrom(
      "order",
      "state",
      "neighbour",
      "treaty",
      "war",
      "sphere",
      "and",
      "of",
      "the",
      "no",
    );
    const paragraph = fc.array(word, { minLength: 3, maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (old, edited, which, at, long) => {
          // Half of the later version is the earlier one's, in its order.
          const later = edited.map((words, index) => (index % 2 ? words : (old[index] ?? words)));
          const index = which % old.length;
          const words = old[index] ?? "";
          const start = at % words.length;
          const end = Math.min(words.length, start + 1 + (long % 12));
          const carry = carrier(
            old.map((each, n) => text(`a${n}`, each)),
            later.map((each, n) => text(`b${n}`, each)),
          );
          const carried = carry({ paragraphId: `a${index}`, start, end });
          if (carried.state === "lost" || carried.start === null || carried.end === null) return;
          const now = later[Number(carried.paragraphId.slice(1))] ?? "";
          expect(carried.end).toBeLessThanOrEqual(now.length);
          expect(carried.start).toBeLessThan(carried.end);
          if (carried.state === "sound") {
            expect(now.slice(carried.start, carried.end)).toBe(words.slice(start, end));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
