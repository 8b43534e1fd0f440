import { describe, expect, test } from "vitest";
import { changeKey, changesOf, undone } from "./form-changes";
import type { AssignmentForm } from "./form-shape";
import { emptyForm, newPrompt } from "./form-state";

const saved: AssignmentForm = {
  ...emptyForm({
    ids: { assignment: "a", rubric: "b", reading: "c" },
    now: new Date("2026-11-22T12:00:00Z"),
    timeZone: "Europe/Zurich",
    versionId: "v",
  }),
  prompts: [
    { ...newPrompt("p"), title: "Whose consent?" },
    { ...newPrompt("q"), title: "Which order?" },
    { ...newPrompt("r"), title: "Who counts?" },
  ],
};
const [p, q, r] = saved.prompts;
if (!p || !q || !r) throw new Error("three prompts are expected");

/** Every single change, each with the form that has it. */
const cases: [string, AssignmentForm][] = [
  ["due", { ...saved, due: "2026-12-01T23:59" }],
  ["latePolicy", { ...saved, latePolicy: { kind: "grace", graceMinutes: 60 } }],
  ["participation", { ...saved, participation: { ...saved.participation, timeliness: { weight: 30 } } }],
  ["prompt.q", { ...saved, prompts: [p, { ...q, wordsMin: 300 }, r] }],
  ["prompt.q", { ...saved, prompts: [p, r] }],
  ["prompt.n", { ...saved, prompts: [p, newPrompt("n"), q, r] }],
  ["order", { ...saved, prompts: [q, p, r] }],
];

test("what is as it was saved is no change", () => {
  expect(changesOf(saved, structuredClone(saved))).toEqual([]);
});

describe("a change", () => {
  test.each(cases)("of %s is found, and undone", (key, form) => {
    const [change, ...others] = changesOf(saved, form);
    if (!change) throw new Error("one is expected");
    expect(others).toEqual([]);
    expect(changeKey(change)).toBe(key);
    expect({ ...form, ...undone(saved, form, change) }).toEqual(saved);
  });

  test("is undone without touching the others", () => {
    const form = { ...saved, due: "2026-12-01T23:59", weight: "2", prompts: [r, { ...p, title: "Mine" }] };
    const all = changesOf(saved, form);
    expect(all.map(changeKey)).toEqual(["due", "weight", "prompt.p", "prompt.q", "order"]);
    const left = all.slice(1);
    for (const change of all.slice(0, 1)) {
      expect(changesOf(saved, { ...form, ...undone(saved, form, change) })).toEqual(left);
    }
    let now: AssignmentForm = form;
    for (const change of all) now = { ...now, ...undone(saved, now, change) };
    expect(now).toEqual(saved);
  });
});
