import { describe, expect, test } from "vitest";
import type { AssignmentForm } from "./form-shape";
import { emptyForm, newPrompt } from "./form-state";
import { clashKey, mergeForms, withTheirs } from "./merge-forms";

const base: AssignmentForm = {
  ...emptyForm({
    ids: { assignment: "a", rubric: "b", reading: "c" },
    now: new Date("2026-11-22T12:00:00Z"),
    timeZone: "Europe/Zurich",
    versionId: null,
  }),
  title: "Week 3",
  prompts: [
    { ...newPrompt("p"), title: "Whose consent?", body: "Answer." },
    { ...newPrompt("q"), title: "Which order?", body: "Choose." },
  ],
};
const withPrompt = (form: AssignmentForm, id: string, part: object): AssignmentForm => ({
  ...form,
  prompts: form.prompts.map((prompt) => (prompt.id === id ? { ...prompt, ...part } : prompt)),
});
const without = (form: AssignmentForm, id: string): AssignmentForm => ({
  ...form,
  prompts: form.prompts.filter((prompt) => prompt.id !== id),
});

describe("two people's changes", () => {
  test("of different things are both taken", () => {
    const mine = withPrompt({ ...base, title: "Week three" }, "p", { wordsMin: 300 });
    const theirs = withPrompt({ ...base, points: "30" }, "p", { body: "Answer from the page." });
    const { form, clashes } = mergeForms(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(form).toMatchObject({ title: "Week three", points: "30" });
    expect(form.prompts[0]).toMatchObject({ wordsMin: 300, body: "Answer from the page." });
  });

  test("of one thing stand side by side, and nothing of either is lost", () => {
    const mine = withPrompt(base, "p", { body: "Mine." });
    const theirs = withPrompt(base, "p", { body: "Theirs.", positionsMin: 2 });
    const { form, clashes } = mergeForms(base, mine, theirs);
    expect(clashes.map(clashKey)).toEqual(["p.body"]);
    expect(form.prompts[0]).toMatchObject({ body: "Mine.", positionsMin: 2 });
    const [clash] = clashes;
    if (!clash) throw new Error("one is expected");
    expect(withTheirs(form, clash).prompts[0]).toMatchObject({ body: "Theirs.", positionsMin: 2 });
  });

  test("of policies and weights are joined field by field, and asked about whole", () => {
    const mine: AssignmentForm = { ...base, latePolicy: { kind: "grace", graceMinutes: 60 }, weight: "2" };
    const theirs: AssignmentForm = {
      ...base,
      latePolicy: { kind: "perDay", graceMinutes: 0, percent: 10, floor: 50 },
      participationPoints: "10",
      blind: true,
      postFirstWords: 20,
    };
    const { form, clashes } = mergeForms(base, mine, theirs);
    expect(clashes.map(clashKey)).toEqual(["latePolicy"]);
    expect(form).toMatchObject({
      latePolicy: mine.latePolicy,
      weight: "2",
      participationPoints: "10",
      blind: true,
      postFirstWords: 20,
    });
    const [clash] = clashes;
    if (!clash) throw new Error("one is expected");
    expect(withTheirs(form, clash).latePolicy).toEqual(theirs.latePolicy);
  });

  test("alike are no clash", () => {
    const both = { ...base, title: "Week III" };
    expect(mergeForms(base, both, both).clashes).toEqual([]);
  });

  test("where it is not known what both began with, every difference is asked about", () => {
    const { clashes } = mergeForms(null, base, { ...base, title: "Other", points: "5" });
    expect(clashes.map(clashKey)).toEqual(["title", "points"]);
  });
});

describe("prompts", () => {
  test("added by either stay, in the order of whoever moved them", () => {
    const mine = { ...base, prompts: [...base.prompts, newPrompt("m")].reverse() };
    const theirs = { ...base, prompts: [...base.prompts, newPrompt("t")] };
    expect(mergeForms(base, mine, theirs).form.prompts.map((each) => each.id)).toEqual(["m", "q", "p", "t"]);
    expect(mergeForms(base, base, theirs).form.prompts.map((each) => each.id)).toEqual(["p", "q", "t"]);
  });

  test("taken away by one go, unless the other has changed them", () => {
    expect(mergeForms(base, base, without(base, "q")).form.prompts).toHaveLength(1);
    expect(mergeForms(base, without(base, "q"), base).form.prompts).toHaveLength(1);
    const changed = withPrompt(base, "q", { body: "Choose one, and say why." });
    expect(mergeForms(base, changed, without(base, "q")).form.prompts).toHaveLength(2);
  });
});
