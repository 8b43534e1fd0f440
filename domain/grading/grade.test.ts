import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { blank, contentOf, type GradeState, gradeState, untouched } from "./grade";
import { afterAct, type GradeAct } from "./grade-act";
import { contentBefore, replay, type Step, seenChanges, stageOf } from "./history";
import { isComplete, type Measure, totalOf } from "./measure";

const measure: Measure = {
  most: "20",
  participation: "0",
  criteria: ["close", "argument"].map((id) => ({
    id,
    name: id,
    levels: ["0", "5.25", "10"].map((points, at) => ({ id: `${id}-${at}`, name: points, points })),
  })),
};

const marks = { close: "close-1", argument: "argument-2" };
const written = (content: Partial<GradeState> = {}, reason = ""): GradeAct => ({
  act: "save",
  content: { ...contentOf(untouched), marks, ...content },
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
    expect(totalOf(measure, { ...blank, points: null, marks })).toBe("15.25");
    expect(totalOf(measure, { ...blank, points: "12", marks })).toBe("12");
    expect(totalOf(measure, { ...blank, points: "0", marks: {} })).toBe("0");
    expect(totalOf(measure, { ...blank, points: null, marks: {} })).toBeNull();
  });

  it("is complete with a level for each criterion, or points by hand", () => {
    expect(isComplete(measure, { ...blank, points: null, marks })).toBe(true);
    expect(isComplete(measure, { ...blank, points: null, marks: { close: "close-1" } })).toBe(false);
    expect(isComplete(measure, { ...blank, points: null, marks: { ...marks, argument: "close-1" } })).toBe(
      false,
    );
    expect(isComplete(measure, { ...blank, points: "3", marks: {} })).toBe(true);
    expect(isComplete({ ...measure, criteria: [] }, { ...blank, points: null, marks: {} })).toBe(false);
  });
});

describe("what lateness, absence and taking part make of it", () => {
  const both: Measure = { ...measure, participation: "5" };

  it("takes lateness off the marks alone, rounded half up, and adds taking part", () => {
    expect(totalOf(measure, { ...blank, marks, kept: "90" })).toBe("13.73");
    expect(totalOf(both, { ...blank, marks, kept: "90", participation: "4.5" })).toBe("18.23");
    expect(totalOf(both, { ...blank, points: "3", participation: "4.5", kept: "0" })).toBe("3");
    expect(totalOf(measure, { ...blank, marks, participation: "4.5" })).toBe("15.25");
    expect(totalOf(both, { ...blank, participation: "4.5" })).toBe("4.5");
  });

  it("is nothing for who is missing, and no number for who is excused", () => {
    expect(totalOf(both, { ...blank, marks, standing: "missing" })).toBe("0");
    expect(totalOf(both, { ...blank, points: "2", standing: "missing" })).toBe("2");
    expect(totalOf(both, { ...blank, points: "2", standing: "excused" })).toBeNull();
    expect(isComplete(both, { ...blank, standing: "excused" })).toBe(true);
  });

  it("is complete once taking part has its points, where it counts", () => {
    expect(isComplete(both, { ...blank, marks })).toBe(false);
    expect(isComplete(both, { ...blank, marks, participation: "0" })).toBe(true);
    expect(isComplete({ ...both, criteria: [] }, { ...blank, participation: "0" })).toBe(true);
  });

  it("owes a word where another number is given than was suggested", () => {
    const given = (content: Partial<GradeState>) =>
      refusalOf(() => afterAct(untouched, written({ participationSuggested: "4", ...content }), both));
    expect(given({ participation: "4" })).toBeNull();
    expect(given({ participation: "5" })).toBe("reason-required");
    expect(given({ participation: "5", participationWhy: "Led the talk." })).toBeNull();
    expect(given({ participation: "5.01", participationWhy: "More." })).toBe("points-out-of-range");
  });

  it("reads what was kept before there was more to say", () => {
    const old = { points: "3", feedback: "", marks: {}, released: true };
    expect(gradeState.parse(old)).toEqual({ ...untouched, points: "3", released: true });
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

describe("putting back", () => {
  it("says again what was said before, and again what had been said", () => {
    const { steps } = historyOf([written({ feedback: "One." }), written({ feedback: "Two." })]);
    expect(contentBefore(steps)?.feedback).toBe("One.");
    const after = historyOf([
      written({ feedback: "One." }),
      written({ feedback: "Two." }),
      { act: "undo", content: blank, reason: "" },
    ]);
    expect(after.state.feedback).toBe("One.");
    expect(contentBefore(after.steps)?.feedback).toBe("Two.");
    expect(contentBefore([])).toBeNull();
  });

  it("leaves out marks that a new rubric no longer has, as the new rubric does itself", () => {
    const less = { ...measure, criteria: measure.criteria.slice(0, 1) };
    const { state, steps } = historyOf([written(), written({ feedback: "Two." })]);
    expect(afterAct(state, { act: "rubric", reason: "" }, less).marks).toEqual({ close: "close-1" });
    const content = contentBefore(steps) ?? blank;
    expect(afterAct(state, { act: "undo", content, reason: "" }, less)).toMatchObject({
      feedback: "",
      marks: { close: "close-1" },
    });
  });
});

const anyAct: fc.Arbitrary<GradeAct> = fc.oneof(
  fc.record({
    act: fc.constant("save" as const),
    content: fc.record({
      points: fc.constantFrom(null, "0", "12.5", "20", "21"),
      feedback: fc.string({ maxLength: 4 }),
      marks: fc.constantFrom<GradeState["marks"]>({}, marks, { close: "close-0" }),
      standing: fc.constantFrom("graded" as const, "missing" as const, "excused" as const),
      participation: fc.constantFrom(null, "0"),
      participationSuggested: fc.constantFrom(null, "0"),
      participationWhy: fc.constantFrom("", "Spoke in class."),
      kept: fc.constantFrom("100", "33.33"),
      remarks: fc.constantFrom<GradeState["remarks"]>(
        {},
        { close: { kind: "criterion" as const, body: "See ¶2." } },
      ),
    }),
    reason: fc.constantFrom("", "why"),
  }),
  fc.constant({ act: "release" as const }),
  fc.record({ act: fc.constant("recall" as const), reason: fc.constantFrom("", "why") }),
  fc.record({
    act: fc.constant("undo" as const),
    content: fc.constant(blank),
    reason: fc.constantFrom("", "why"),
  }),
  fc.record({ act: fc.constant("rubric" as const), reason: fc.constantFrom("", "why") }),
);

/** The history that a list of acts leaves: what is refused, and what changes nothing, leaves no trace. */
function historyOf(tried: GradeAct[]): { state: GradeState; steps: Step[] } {
  let state = untouched;
  const steps: Step[] = [];
  for (const one of tried) {
    const before = contentBefore(steps);
    const act = one.act === "undo" ? { ...one, content: before ?? blank } : one;
    const isIdle =
      act.act === "undo"
        ? before === null
        : (act.act === "release" || act.act === "recall") && state.released === (act.act === "release");
    if (isIdle || refusalOf(() => afterAct(state, act, measure))) continue;
    const reason = state.released && act.act !== "release" ? act.reason : null;
    state = afterAct(state, act, measure);
    const total = totalOf(measure, state);
    steps.push({ version: steps.length + 1, act: act.act, state, total, reason });
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
        const seen = seenChanges(steps);
        for (const { step, to } of seen) {
          expect(step.act === "recall" || step.state.released).toBe(true);
          if (step.act !== "release") expect(step.reason).toBe("why");
          const isNothing = step.act === "recall" || step.state.standing === "excused";
          expect(to === null).toBe(isNothing);
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
