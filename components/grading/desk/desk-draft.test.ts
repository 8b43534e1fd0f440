import { expect, it } from "vitest";
import {
  contentOf,
  differs,
  draftOf,
  goneOn,
  isSpent,
  numberTyped,
  readDraft,
  sending,
  withinMeasure,
  withRemark,
  writeDraft,
} from "./desk-draft";

const empty = draftOf(null, "0190");

it("survives the device, and what cannot be read is nothing", () => {
  const draft = { ...empty, feedback: "Half a sen", marks: { a: "b" } };
  expect(readDraft(writeDraft(draft))).toEqual(draft);
  expect(["", "{", "{}", '{"version":1}'].map(readDraft)).toEqual([null, null, null, null]);
});

it("reads a draft that was kept before there was more to a grade", () => {
  const old = { id: "0190", version: 0, points: "", feedback: "Yes", marks: {}, reason: "" };
  expect(readDraft(JSON.stringify(old))).toEqual({ ...empty, feedback: "Yes" });
});

it("differs by whatever a grade says; a reason alone changes nothing", () => {
  expect(differs(empty, null)).toBe(false);
  expect(differs({ ...empty, reason: "why" }, null)).toBe(false);
  const changes = [
    { points: "1" },
    { feedback: "Yes." },
    { marks: { a: "b" } },
    { standing: "missing" as const },
    { participation: "8.3" },
    { kept: "90" },
    { remarks: { c: { kind: "comment" as const, body: "So?" } } },
  ];
  for (const change of changes) expect(differs({ ...empty, ...change }, null)).toBe(true);
});

it("takes what lateness leaves for nothing written", () => {
  expect(differs(draftOf(null, "0190", "90"), null, "90")).toBe(false);
  expect(differs({ ...draftOf(null, "0190", "90"), kept: "100" }, null, "90")).toBe(true);
});

const saved = { ...contentOf(empty), id: "0190", version: 1, feedback: "Whose café?", points: "26.5" };

it("differs by nothing that is not kept: spaces at the ends, signs nobody sees, another form of a number", () => {
  const typed = { ...draftOf(saved, "x"), feedback: " Whose cafe\u0301?\u0000\r\n", points: "26,50" };
  expect(differs(typed, saved)).toBe(false);
  expect(contentOf(typed)).toMatchObject({ feedback: "Whose café?", points: "26.5" });
  expect(differs({ ...typed, feedback: "Whose  café?" }, saved)).toBe(true);
});

it("is spent once a newer version says what it says", () => {
  const begun = { ...draftOf(saved, "x"), version: 0, feedback: "Whose café? " };
  expect(isSpent(begun, saved)).toBe(true);
  expect(isSpent({ ...begun, feedback: "Whose?" }, saved)).toBe(false);
  // A space that is being typed, on the version that is saved: there is more to come.
  expect(isSpent({ ...begun, version: 1 }, saved)).toBe(false);
  // Made on what this page has not heard of.
  expect(isSpent({ ...begun, version: 2 }, saved)).toBe(false);
});

it("goes on from a save whose answer never came, and from nobody else's", () => {
  const sent = sending({ ...draftOf(null, "0190"), feedback: "Whose café?", points: "26,50" });
  const more = { ...sent, feedback: "Whose café? And when?" };
  expect(goneOn(more, saved)).toEqual({ ...more, version: 1, sent: [] });
  expect(goneOn(sending(more), saved)).toEqual({ ...more, version: 1, sent: [] });
  expect(sending(sending(more)).sent).toHaveLength(2);
  expect(goneOn(more, null)).toBe(more);
  expect(goneOn(more, { ...saved, feedback: "Mine." })).toBe(more);
  expect(goneOn(more, { ...saved, version: 2 })).toBe(more);
  expect(goneOn({ ...more, sent: [] }, saved)).toMatchObject({ version: 0 });
  expect(readDraft(writeDraft(more))).toEqual(more);
});

it("says nothing of criteria that were taken out meanwhile", () => {
  const criteria = [{ id: "a", name: "Care", levels: [{ id: "a1", name: "Some", points: "1" }] }];
  const on = (kind: "criterion" | "comment") => ({ kind, body: "So?" });
  const draft = {
    ...empty,
    marks: { a: "a1", gone: "g1" },
    remarks: { a: on("criterion"), gone: on("criterion"), said: on("comment") },
  };
  const within = withinMeasure(draft, { most: "1", participation: "0", criteria }, null);
  expect(within.marks).toEqual({ a: "a1" });
  expect(Object.keys(within.remarks)).toEqual(["a", "said"]);
  const measure = { most: "1", participation: "0", criteria: [] };
  const before = { ...saved, remarks: { gone: on("criterion") } };
  expect(Object.keys(withinMeasure(draft, measure, before).remarks)).toEqual(["gone", "said"]);
});

it("sends numbers in their shortest form, none as none, and unreadable ones as typed", () => {
  expect(["", " ", "26,50", "7.", "abc"].map(numberTyped)).toEqual([null, null, "26.5", "7.", "abc"]);
  expect(contentOf({ ...empty, participation: "8,30" }).participation).toBe("8.3");
});

it("keeps no empty remark", () => {
  const draft = { ...empty, remarks: { c: { kind: "comment" as const, body: "So?" } } };
  expect(withRemark(draft, "d", { kind: "response", body: "And?" })).toEqual({
    c: { kind: "comment", body: "So?" },
    d: { kind: "response", body: "And?" },
  });
  expect(withRemark(draft, "c", { kind: "comment", body: "  " })).toEqual({});
});
