import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { afterAct, type GradeAct, type GradeState, untouched } from "./grade";
import { replay, type Step, seenChanges, stageOf } from "./history";
import { isComplete, type Measure, totalOf } from "./measure";

const measure: Measure = {
  most: "20",
  criteria: ["close", "argument"].map((id) => ({
    id,
    name: id,
    levels: ["0", "5.25", "10"].map((points, at) => ({ id: `${id}-${at}`, name: points, points })),
  })),
};

const marks = { close: "close-1", argument: "argument-2" };
const written = (content: Partial<GradeState> = {}, reason = ""): GradeAct => ({
  act: "save",
  content: { points: null, feedback: "", marks, ...content },
  reason,
});

function refusalOf(work: () => unknown) {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

describe("what a grade comes to", () => {
  it("is the exact sum of its marks, or the points set by hand", () => {
    expect(totalOf(measure, { points: null, marks })).toBe("15.25");
    expect(totalOf(measure, { points: "12", marks })).toBe("12");
    expect(totalOf(measure, { points: "0", marks: {} })).toBe("0");
    expect(totalOf(measure, { points: null, marks: {} })).toBeNull();
  });

  it("is complete with a level for each criterion, or points by hand", () => {
    expect(isComplete(measure, { points: null, marks })).toBe(true);
    expect(isComplete(measure, { points: null, marks: { close: "close-1" } })).toBe(false);
    expect(isComplete(measure, { points: null, marks: { ...marks, argument: "close-1" } })).toBe(false);
    expect(isComplete(measure, { points: "3", marks: {} })).toBe(true);
    expect(isComplete({ most: "20", criteria: [] }, { points: null, marks: {} })).toBe(false);
  });
});

describe("acts on a grade", () => {
  const draft = afterAct(untouched, written(), measure);
  const released = afterAct(draft, { act: "release" }, measure);

  it("go from draft to released, recalled and released again", () => {
    expect(draft.released).toBe(false);
    expect(released).toEqual({ ...draft, released: true });
    const recalled = afterAct(released, { act: "recall", reason: "A slip." }, measure);
    expect(recalled).toEqual(draft);
    expect(afterAct(recalled, { act: "release" }, measure)).toEqual(released);
  });

  it("owe a reason once the student has seen it", () => {
    const change = written({ feedback: "Better." });
    expect(refusalOf(() => afterAct(released, change, measure))).toBe("reason-required");
    expect(refusalOf(() => afterAct(released, { act: "recall", reason: "" }, measure))).toBe(
      "reason-required",
    );
    expect(refusalOf(() => afterAct(draft, change, measure))).toBeNull();
  });

  it("refuse points out of range, marks of another rubric, and releasing what is open", () => {
    const tooMany = written({ points: "20.01" });
    expect(refusalOf(() => afterAct(untouched, tooMany, measure))).toBe("points-out-of-range");
    const foreign = written({ marks: { other: "other-1" } });
    expect(refusalOf(() => afterAct(untouched, foreign, measure))).toBe("not-found");
    expect(refusalOf(() => afterAct(untouched, { act: "release" }, measure))).toBe("requirements-missing");
    const open = written({ marks: {} }, "Wrong levels.");
    expect(refusalOf(() => afterAct(released, open, measure))).toBe("requirements-missing");
    const small = { ...measure, most: "15" };
    expect(refusalOf(() => afterAct(draft, { act: "release" }, small))).toBe("points-out-of-range");
  });
});

const anyAct: fc.Arbitrary<GradeAct> = fc.oneof(
  fc.record({
    act: fc.constant("save" as const),
    content: fc.record({
      points: fc.constantFrom(null, "0", "12.5", "20", "21"),
      feedback: fc.string({ maxLength: 4 }),
      marks: fc.constantFrom({}, marks, { close: "close-0" }),
    }),
    reason: fc.constantFrom("", "why"),
  }),
  fc.constant({ act: "release" as const }),
  fc.record({ act: fc.constant("recall" as const), reason: fc.constantFrom("", "why") }),
);

/** The history that a list of acts leaves: what is refused, and what changes nothing, leaves no trace. */
function historyOf(tried: GradeAct[]): { state: GradeState; steps: Step[] } {
  let state = untouched;
  const steps: Step[] = [];
  for (const act of tried) {
    const isIdle = act.act !== "save" && state.released === (act.act === "release");
    if (isIdle || refusalOf(() => afterAct(state, act, measure))) continue;
    const reason = state.released && act.act !== "release" ? act.reason : null;
    state = afterAct(state, act, measure);
    steps.push({ version: steps.length + 1, act: act.act, state, reason });
  }
  return { state, steps };
}

describe("a history", () => {
  it("replays to the state it ended in", () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (tried) => {
        const { state, steps } = historyOf(tried);
        expect(replay(steps)).toEqual(state);
        expect(stageOf(state.released, steps) === "released").toBe(state.released);
      }),
    );
  });

  it("shows a student only what was released, and a reason for every change to it", () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (tried) => {
        const { state, steps } = historyOf(tried);
        const seen = seenChanges(steps, measure);
        for (const { step, to } of seen) {
          expect(step.act === "recall" || step.state.released).toBe(true);
          if (step.act !== "release") expect(step.reason).toBe("why");
          expect(to === null).toBe(step.act === "recall");
        }
        if (state.released) expect(seen.at(-1)?.to).toBe(totalOf(measure, state));
      }),
    );
  });

  it("is not believed with a gap, a silent change or a missing reason", () => {
    const { steps } = historyOf([written(), { act: "release" }, written({ points: "3" }, "why")]);
    const [first, second, third] = steps;
    if (!first || !second || !third) throw new Error("three steps were made");
    expect(() => replay([first, third])).toThrow("out of order");
    expect(() => replay([first, { ...second, state: { ...second.state, points: "20" } }])).toThrow("changed");
    expect(() => replay([first, second, { ...third, reason: null }])).toThrow("no reason");
    expect(() => replay([first, { ...second, act: "save" }])).toThrow("released or recalled");
  });
});
