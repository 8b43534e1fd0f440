import { type GradeState, sameMarks } from "./grade";
import { type Measure, marksWithin, totalOf } from "./measure";

/** A grade as another rubric would have it. Totals are decimals. */
export interface Remeasured {
  state: GradeState;
  from: string | null;
  to: string | null;
}

/** What becomes of a grade when its rubric changes from one measure to another; null where nothing does. */
export function remeasured(state: GradeState, before: Measure, after: Measure): Remeasured | null {
  const next = { ...state, marks: marksWithin(after, state.marks) };
  const from = totalOf(before, state);
  const to = totalOf(after, next);
  return from === to && sameMarks(state.marks, next.marks) ? null : { state: next, from, to };
}
