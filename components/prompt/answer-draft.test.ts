import { describe, expect, test } from "vitest";
import { type AnswerDraft, afterSaving, isWorthKeeping, parseDraft, stateOf } from "./answer-draft";

const held = { id: "a", version: 3, positionId: null, body: "As kept" };
const own: AnswerDraft = {
  id: "a",
  base: 3,
  positionId: null,
  body: "As written",
  sent: null,
  toPost: false,
};

describe("this device's draft beside the server's answer", () => {
  test("without one, what the server holds is gone on with", () => {
    expect(stateOf(null, held, "new")).toEqual({
      draft: { id: "a", base: 3, positionId: null, body: "As kept", sent: null, toPost: false },
      changed: false,
      conflict: false,
    });
    expect(stateOf(null, null, "new").draft).toMatchObject({ id: "new", base: 0, body: "" });
  });

  test("written on the version that is there, it is a change", () => {
    expect(stateOf(own, held, "new")).toMatchObject({ changed: true, conflict: false });
  });

  test("written on an older version, both are shown", () => {
    expect(stateOf({ ...own, base: 2 }, held, "new")).toMatchObject({ changed: true, conflict: true });
  });

  test("begun on another device as well, both are shown", () => {
    expect(stateOf({ ...own, id: "b", base: 0 }, held, "new").conflict).toBe(true);
  });

  test("what was sent from here and came without an answer is no conflict", () => {
    const lost = { ...own, base: 2, sent: { positionId: null, body: "As kept" } };
    expect(stateOf(lost, held, "new")).toMatchObject({
      draft: { base: 3, body: "As written" },
      conflict: false,
    });
  });

  test("the same words are no change, whatever they were written on", () => {
    expect(stateOf({ ...own, base: 1, body: "As kept" }, held, "new").changed).toBe(false);
  });

  test("what waits to be posted waits, also where the server has its words as a draft", () => {
    expect(stateOf({ ...own, body: "As kept", toPost: true }, held, "new")).toMatchObject({
      draft: { toPost: true, base: 3 },
      changed: false,
    });
    expect(isWorthKeeping({ ...own, body: "As kept", toPost: true }, held)).toBe(true);
  });

  test("an answer that was taken away is begun anew", () => {
    expect(stateOf(own, null, "new")).toMatchObject({ draft: { id: "new", base: 0 }, conflict: false });
  });
});

test("what was written while it was being sent stays, on top of what was acknowledged", () => {
  const saved = { ...held, version: 4, body: "As written" };
  expect(afterSaving(own, own, saved)).toBeNull();
  expect(afterSaving({ ...own, body: "As written since" }, own, saved)).toMatchObject({
    base: 4,
    body: "As written since",
  });
});

test("nothing said, and nothing changed, is not kept", () => {
  expect(isWorthKeeping({ ...own, body: "" }, null)).toBe(false);
  expect(isWorthKeeping({ ...own, body: "As kept" }, held)).toBe(false);
  expect(isWorthKeeping({ ...own, body: "" }, held)).toBe(true);
  expect(isWorthKeeping({ ...own, body: "As kept", sent: own }, held)).toBe(true);
  expect(isWorthKeeping({ ...own, body: "", positionId: "p" }, null)).toBe(true);
});

test("what is no draft is none", () => {
  expect(parseDraft("")).toBeNull();
  expect(parseDraft("{")).toBeNull();
  expect(parseDraft('{"id":"a","base":1,"positionId":null,"body":"x"}')).toMatchObject({ sent: null });
});

test("a space at the end of what is being typed outlives the saving that takes it away", () => {
  const saved = { ...held, version: 4, body: "As written" };
  expect(afterSaving({ ...own, body: "As written " }, own, saved)).toBeNull();
  expect(stateOf(null, saved, "new", "As written ")).toMatchObject({
    draft: { id: "a", base: 4, body: "As written " },
    changed: false,
  });
  expect(isWorthKeeping({ ...own, body: "As written " }, saved)).toBe(false);
  expect(stateOf(null, saved, "new", "Something else").draft.body).toBe("As written");
});
