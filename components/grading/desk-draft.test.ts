import { expect, it } from "vitest";
import { differs, draftOf, pointsTyped, readDraft, writeDraft } from "./desk-draft";

const empty = draftOf(null, "0190");

it("survives the device, and what cannot be read is nothing", () => {
  const draft = { ...empty, feedback: "Half a sen", marks: { a: "b" } };
  expect(readDraft(writeDraft(draft))).toEqual(draft);
  expect(["", "{", "{}", '{"version":1}'].map(readDraft)).toEqual([null, null, null, null]);
});

it("differs by points, feedback or a mark; a reason alone changes nothing", () => {
  expect(differs(empty, null)).toBe(false);
  expect(differs({ ...empty, reason: "why" }, null)).toBe(false);
  expect(differs({ ...empty, points: "1" }, null)).toBe(true);
  expect(differs({ ...empty, feedback: "Yes." }, null)).toBe(true);
  expect(differs({ ...empty, marks: { a: "b" } }, null)).toBe(true);
});

it("sends points in their shortest form, none as none, and unreadable ones as typed", () => {
  expect(["", " ", "26,50", "7.", "abc"].map((points) => pointsTyped({ points }))).toEqual([
    null,
    null,
    "26.5",
    "7.",
    "abc",
  ]);
});
