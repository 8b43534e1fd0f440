import fc from "fast-check";
import { expect, it } from "vitest";
import { segmentsOf } from "./segments";

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
