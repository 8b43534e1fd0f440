import { type GradeState, saysTheSame, untouched } from "./grade";
import { type Measure, totalOf } from "./measure";

export const acts = ["save", "release", "recall"] as const;
export type Act = (typeof acts)[number];

/** One act on a grade, with the whole state after it. */
export interface Step {
  /** From 1, without gaps. */
  version: number;
  act: Act;
  state: GradeState;
  reason: string | null;
}

/** Draft until released; recalled when it was released once and is not now. */
export type Stage = "draft" | "released" | "recalled";

export function stageOf(released: boolean, steps: readonly Pick<Step, "act">[]): Stage {
  if (released) return "released";
  return steps.some((step) => step.act === "release") ? "recalled" : "draft";
}

/**
 * Goes through a whole history and gives the state it ends in. Throws where it cannot have happened: a gap in the
 * numbers, a release that changes what was said, a released grade changed without a reason.
 */
export function replay(steps: readonly Step[]): GradeState {
  let state = untouched;
  for (const [at, step] of steps.entries()) {
    const wrong = (what: string) => new Error(`version ${step.version}: ${what}`);
    if (step.version !== at + 1) throw wrong("out of order");
    if (step.act !== "save" && !saysTheSame(state, step.state))
      throw wrong(`${step.act} changed what was said`);
    if (step.act === "save" && step.state.released !== state.released)
      throw wrong("save released or recalled");
    if (step.act !== "save" && step.state.released !== (step.act === "release")) throw wrong("wrong stage");
    if (state.released && step.act !== "release" && !step.reason) throw wrong("no reason");
    state = step.state;
  }
  return state;
}

/** A change as the student sees it: totals are decimals, null where there was none to see. */
export interface SeenChange<Seen extends Step> {
  step: Seen;
  from: string | null;
  to: string | null;
}

/** What a student may see of a history: what happened to the grade in the open, never what drafts said. */
export function seenChanges<Seen extends Step>(steps: readonly Seen[], measure: Measure): SeenChange<Seen>[] {
  const changes: SeenChange<Seen>[] = [];
  let shown: string | null = null;
  for (const step of steps) {
    if (!step.state.released && step.act !== "recall") continue;
    const to = step.state.released ? totalOf(measure, step.state) : null;
    changes.push({ step, from: shown, to });
    if (step.state.released) shown = to;
  }
  return changes;
}
