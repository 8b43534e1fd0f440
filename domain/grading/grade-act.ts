import { refuse } from "@/domain/refusal";
import { contentIn, type GradeContent, type GradeState } from "./grade";
import {
  areMarksOf,
  countsParticipation,
  isComplete,
  isWithin,
  type Measure,
  marksWithin,
  openCriteria,
  totalOf,
} from "./measure";
import { readPoints } from "./points";

export type GradeAct =
  | { act: "save"; content: GradeContent; reason: string }
  | { act: "release" }
  | { act: "recall"; reason: string }
  /** `content`: what it said before it was last saved or put back, from its history. */
  | { act: "undo"; content: GradeContent; reason: string }
  /** The rubric became another: `measure` is the new one. */
  | { act: "rubric"; reason: string };

function checkedContent(next: GradeContent, measure: Measure): GradeContent {
  if (!areMarksOf(measure, next.marks)) refuse({ code: "not-found" });
  if (next.points !== null && !isWithin(measure, next.points)) {
    refuse({ code: "points-out-of-range", most: measure.most });
  }
  const { participation } = next;
  if (participation !== null && !isWithin({ ...measure, most: measure.participation }, participation)) {
    refuse({ code: "points-out-of-range", most: measure.participation });
  }
  const isAnother = participation !== null && participation !== next.participationSuggested;
  if (isAnother && countsParticipation(measure) && next.participationWhy === "") {
    refuse({ code: "reason-required" });
  }
  return next;
}

/** What a student is to see must be whole: refuses `requirements-missing`, or points beyond the assignment's. */
function checkedForRelease(state: GradeState, measure: Measure): GradeState {
  if (!isComplete(measure, state)) {
    const missing = openCriteria(measure, state.marks).map((criterion) => criterion.name);
    refuse({ code: "requirements-missing", missing });
  }
  return checkedRange({ ...state, released: true }, measure);
}

function checkedRange(state: GradeState, measure: Measure): GradeState {
  const total = totalOf(measure, state);
  if (total !== null && !isWithin(measure, total)) {
    refuse({ code: "points-out-of-range", most: measure.most });
  }
  return state;
}

/** A draft may come to more than the assignment's points, though not to more than can be kept. */
function checkedDraft(state: GradeState, measure: Measure): GradeState {
  const total = totalOf(measure, state);
  if (total !== null && readPoints(total) === null)
    refuse({ code: "points-out-of-range", most: measure.most });
  return state;
}

function withContent(state: GradeState, content: GradeContent, measure: Measure): GradeState {
  const next = { ...contentIn(content), released: state.released };
  return state.released ? checkedForRelease(next, measure) : checkedDraft(next, measure);
}

/**
 * The grade after an act. A draft is released, a released grade recalled and released again; whoever changes or
 * recalls what a student has seen owes them a reason. Marks that a new rubric no longer has fall away; a released
 * grade stays released then, with what is left.
 */
export function afterAct(state: GradeState, act: GradeAct, measure: Measure): GradeState {
  if (state.released && act.act !== "release" && act.reason === "") refuse({ code: "reason-required" });
  switch (act.act) {
    case "save":
      return withContent(state, checkedContent(act.content, measure), measure);
    case "release":
      return checkedForRelease(state, measure);
    case "recall":
      return { ...state, released: false };
    case "undo":
      return withContent(state, { ...act.content, marks: marksWithin(measure, act.content.marks) }, measure);
    case "rubric": {
      const next = { ...state, marks: marksWithin(measure, state.marks) };
      return state.released ? checkedRange(next, measure) : checkedDraft(next, measure);
    }
  }
}
