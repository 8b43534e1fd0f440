import { describe, expect, test } from "vitest";
import { assignmentForm, type HeldAssignment } from "./form-shape";
import { draftOf, emptyForm, formOf, moved, restOf } from "./form-state";

const timeZone = "Europe/Zurich";
const ids = { assignment: "a", rubric: "b", reading: "c" };
const now = new Date("2026-11-22T23:30:00Z");
const empty = () => emptyForm({ ids, now, timeZone, versionId: "v" });
const options = { timeZone, held: null, rubricId: null, publishes: true };

test("a new form begins on the course's day, not the server's", () => {
  expect(empty()).toMatchObject({
    opens: "2026-11-23T00:00",
    due: "2026-11-30T23:59",
    closes: "2026-12-03T23:59",
    readings: [{ id: "c", versionId: "v" }],
  });
});

describe("what a form stands for", () => {
  test("its times are meant in the course's zone", () => {
    const { draft } = draftOf({ ...empty(), title: "Week 1" }, options);
    expect(draft?.dueAt).toEqual(new Date("2026-11-30T22:59:00Z"));
  });

  test("a time that was not touched keeps its seconds", () => {
    const form = { ...empty(), title: "Week 1" };
    const { draft } = draftOf(form, options);
    if (!draft) throw new Error("the form is in order");
    const dueAt = new Date("2026-11-30T22:59:59.999Z");
    const held: HeldAssignment = {
      ...draft,
      id: "a",
      version: 1,
      publishedAt: null,
      begun: false,
      graded: false,
      dueAt,
      namesShownAt: null,
      readings: draft.readings.map((reading) => ({ ...reading, position: 1, inUse: false })),
      prompts: [],
    };
    expect(draftOf(formOf(held, timeZone), { ...options, held }).draft?.dueAt).toEqual(dueAt);
    expect(assignmentForm.parse(JSON.parse(JSON.stringify(formOf(held, timeZone))))).toEqual(
      formOf(held, timeZone),
    );
  });

  test("everything amiss is said at once", () => {
    const form = { ...empty(), due: "2026-11-01T10:00", closes: "", points: "0", readings: [] };
    expect(draftOf(form, options).faults).toEqual(["title", "closes", "points", "nothing"]);
    expect(draftOf({ ...empty(), title: "x", due: "2026-11-01T10:00" }, options).faults).toEqual(["order"]);
  });
});

describe("what it is worth", () => {
  const titled = () => ({ ...empty(), title: "Week 1" });

  test("taking part is a share of the whole, and never more", () => {
    expect(restOf({ points: "30", participationPoints: "10" })).toBe(2000);
    expect(restOf({ points: "30", participationPoints: "30.5" })).toBeNull();
    expect(restOf({ points: "30", participationPoints: "a third" })).toBeNull();
    expect(draftOf({ ...titled(), participationPoints: "20.5" }, options).faults).toEqual([
      "participationPoints",
    ]);
  });

  test("something has to count, and steps go down", () => {
    const { participation } = titled();
    const none = {
      ...participation,
      comments: { ...participation.comments, weight: 0 },
      spread: { ...participation.spread, weight: 0 },
      timeliness: { weight: 0 },
      replies: { ...participation.replies, weight: 0 },
      citations: { ...participation.citations, weight: 0 },
    };
    const steps = [
      { days: 2, kept: 50 },
      { days: 1, kept: 75 },
    ];
    const latePolicy = { kind: "steps" as const, graceMinutes: 0, steps, floor: 0 };
    const form = { ...titled(), participation: none, latePolicy, weight: "-1" };
    expect(draftOf(form, options).faults).toEqual(["weight", "counts", "late"]);
    // It is kept on the device as it was typed all the same.
    expect(assignmentForm.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });
});

test("an item moves by one place and not beyond the ends", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
});
