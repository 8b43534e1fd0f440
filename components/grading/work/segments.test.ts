import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesIn, segmentsOf } from "./segments";

it("cuts where passages begin and end, overlapping or not, and loses nothing", () => {
  const text = "The count is the message, and the count goes on.";
  const place = fc.integer({ min: 0, max: text.length });
  const passage = fc.tuple(place, place).map(([one, other]) => ({
    start: Math.min(one, other),
    end: Math.max(one, other),
  }));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 8 }), (places) => {
      const passages = places.map((at, index) => ({ id: String(index), ...at }));
      const segments = segmentsOf(text, passages);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      for (const { id, start, end } of passages.filter((one) => one.start < one.end)) {
        const covered = segments.filter((segment) => segment.within.includes(id));
        expect(covered.map((segment) => segment.text).join("")).toBe(text.slice(start, end));
        expect(segments.filter((segment) => segment.ending.includes(id))).toHaveLength(1);
      }
    }),
  );
});

it("leaves out a passage that lies outside the text", () => {
  expect(segmentsOf("short", [{ id: "a", start: 2, end: 99 }])).toEqual([
    { text: "short", start: 0, within: [], ending: [] },
  ]);
});

describe("a passage over several cells of a table", () => {
  const text = "For | Against\nPeace |  | War";
  const cell = (words: string, at = text.indexOf(words)) => ({ at, length: words.length });
  const [start, end] = [text.indexOf("Against"), text.indexOf(" | War")];

  it("is marked in each, and named where it ends", () => {
    const passages = [{ id: "a", start, end: end + 5 }];
    expect(passagesIn(text, passages, cell("For"))).toEqual({ within: [], ends: new Set() });
    expect(passagesIn(text, passages, cell("Against"))).toEqual({
      within: [{ id: "a", start: 0, end: 7 }],
      ends: new Set(),
    });
    expect(passagesIn(text, passages, cell("War"))).toEqual({
      within: [{ id: "a", start: 0, end: 2 }],
      ends: new Set(["a"]),
    });
  });

  it("is named in the last cell that shows a word of it, where it ends between two", () => {
    const passages = [{ id: "a", start, end }];
    expect(passagesIn(text, passages, cell("Peace")).ends).toEqual(new Set(["a"]));
    expect(passagesIn(text, passages, cell("War")).within).toEqual([]);
  });

  it("is left out where it lies outside the text", () => {
    const passages = [{ id: "a", start, end: text.length + 1 }];
    expect(passagesIn(text, passages, cell("Against")).within).toEqual([]);
  });
});
