import { expect, it } from "vitest";
import { contentOf, differs, draftOf, numberTyped, readDraft, withRemark, writeDraft } from "./desk-draft";

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
