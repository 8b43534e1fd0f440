import {
  blank,
  contentOf,
  type GradeContent,
  type GradeState,
  sameBesideMarks,
  saysTheSame,
  untouched,
} from "./grade";

export const acts = ["save", "release", "recall", "undo", "rubric"] as const;
export type Act = (typeof acts)[number];

/** One act on a grade, with the whole state after it. */
export interface Step {
  /** From 1, without gaps. */
  version: number;
  act: Act;
  state: GradeState;
  /** What it came to then, a decimal: a rubric that changed since does not change what was seen. */
  total: string | null;
  reason: string | null;
}

/** Draft until released; recalled when it was released once and is not now. */
export type Stage = "draft" | "released" | "recalled";

export function stageOf(released: boolean, steps: readonly Pick<Step, "act">[]): Stage {
  if (released) return "released";
  return steps.some((step) => step.act === "release") ? "recalled" : "draft";
}

const changesContent = (step: Pick<Step, "act">) => step.act === "save" || step.act === "undo";

/**
 * What the grade said before it was last saved or put back: putting back twice says again what was said. Null where
 * there is nothing to put back.
 */
export function contentBefore(steps: readonly Pick<Step, "act" | "state">[]): GradeContent | null {
  const last = steps.findLastIndex(changesContent);
  if (last < 0) return null;
  const before = steps[last - 1];
  return before ? contentOf(before.state) : blank;
}

/** Whether `next` says what `from` said, less marks that a rubric no longer has. */
const saysWhatIsLeft = (from: GradeContent, next: GradeContent) =>
  sameBesideMarks(from, next) &&
  Object.entries(next.marks).every(([criterion, level]) => from.marks[criterion] === level);

/** What is wrong with a step after these; null where it can have happened. */
function fault(earlier: readonly Step[], state: GradeState, step: Step): string | null {
  const { act, state: next } = step;
  if (step.version !== earlier.length + 1) return "out of order";
  const isMoved = act === "release" || act === "recall";
  if (isMoved && !saysTheSame(state, next)) return `${act} changed what was said`;
  if (isMoved && next.released !== (act === "release")) return "wrong stage";
  if (!isMoved && next.released !== state.released) return `${act} released or recalled`;
  if (act === "rubric" && !saysWhatIsLeft(state, next)) return "rubric changed what was said";
  if (act === "undo" && !saysWhatIsLeft(contentBefore(earlier) ?? blank, next))
    return "undo said something new";
  if (state.released && act !== "release" && !step.reason) return "no reason";
  return null;
}

/**
 * Goes through a whole history and gives the state it ends in. Throws where it cannot have happened: a gap in the
 * numbers, a release that changes what was said, a released grade changed without a reason, an undo that does not put
 * back what was there.
 */
export function replay(steps: readonly Step[]): GradeState {
  let state = untouched;
  for (const [at, step] of steps.entries()) {
    const wrong = fault(steps.slice(0, at), state, step);
    if (wrong) throw new Error(`version ${step.version}: ${wrong}`);
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
export function seenChanges<Seen extends Step>(steps: readonly Seen[]): SeenChange<Seen>[] {
  const changes: SeenChange<Seen>[] = [];
  let shown: string | null = null;
  for (const step of steps) {
    if (!step.state.released && step.act !== "recall") continue;
    const to: string | null = step.state.released ? step.total : null;
    changes.push({ step, from: shown, to });
    if (step.state.released) shown = to;
  }
  return changes;
}
