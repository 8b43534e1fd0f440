import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { optionalText } from "@/domain/text";
import { version, versionOrNone } from "@/domain/version";
import { areMarksOf, isComplete, isWithin, type Measure, openCriteria, totalOf } from "./measure";
import { points } from "./points";

/** UTF-16 units. */
export const MAX_FEEDBACK = 20_000;
export const MAX_REASON = 1_000;

const content = {
  /** Set by hand; null takes the sum of the marks. */
  points: points.nullable(),
  feedback: optionalText(MAX_FEEDBACK),
  /** Criterion to level. */
  marks: z.record(id, id),
};

/** Everything a grade says at one moment: what its history keeps after every act. */
export const gradeState = z.object({ ...content, released: z.boolean() });
export type GradeState = z.infer<typeof gradeState>;
export type GradeContent = Omit<GradeState, "released">;

const place = { assignmentId: id, studentId: id };
const reason = optionalText(MAX_REASON).default("");

export const gradeSave = z.object({
  /** The grade's id, should this be its first save. */
  id: clientId,
  ...place,
  /** The version the change was made on; 0 while there is none. */
  version: versionOrNone,
  ...content,
  reason,
});
export type GradeSave = z.infer<typeof gradeSave>;

export const gradeRelease = z.object({ ...place, version });
export type GradeRelease = z.infer<typeof gradeRelease>;

export const gradeRecall = z.object({ ...place, version, reason });
export type GradeRecall = z.infer<typeof gradeRecall>;

export type GradeAct =
  | { act: "save"; content: GradeContent; reason: string }
  | { act: "release" }
  | { act: "recall"; reason: string };

/** A grade nobody has begun. */
export const untouched: GradeState = { points: null, feedback: "", marks: {}, released: false };

export const saysTheSame = (one: GradeContent, other: GradeContent): boolean => {
  const marks = Object.entries(one.marks);
  return (
    one.points === other.points &&
    one.feedback === other.feedback &&
    marks.length === Object.keys(other.marks).length &&
    marks.every(([criterion, level]) => other.marks[criterion] === level)
  );
};

function afterSave(state: GradeState, next: GradeContent, measure: Measure): GradeState {
  if (!areMarksOf(measure, next.marks)) refuse({ code: "not-found" });
  if (next.points !== null && !isWithin(measure, next.points)) {
    refuse({ code: "points-out-of-range", most: measure.most });
  }
  const { points, feedback, marks } = next;
  return state.released
    ? checkedForRelease({ points, feedback, marks, released: true }, measure)
    : { points, feedback, marks, released: false };
}

/** What a student is to see must be whole: refuses `requirements-missing`, or points beyond the assignment's. */
function checkedForRelease(state: GradeState, measure: Measure): GradeState {
  if (!isComplete(measure, state)) {
    const missing = openCriteria(measure, state.marks).map((criterion) => criterion.name);
    refuse({ code: "requirements-missing", missing });
  }
  if (!isWithin(measure, totalOf(measure, state) ?? "")) {
    refuse({ code: "points-out-of-range", most: measure.most });
  }
  return { ...state, released: true };
}

/**
 * The grade after an act. A draft is released, a released grade recalled and released again; whoever changes or
 * recalls what a student has seen owes them a reason.
 */
export function afterAct(state: GradeState, act: GradeAct, measure: Measure): GradeState {
  if (state.released && act.act !== "release" && act.reason === "") refuse({ code: "reason-required" });
  switch (act.act) {
    case "save":
      return afterSave(state, act.content, measure);
    case "release":
      return checkedForRelease(state, measure);
    case "recall":
      return { ...state, released: false };
  }
}
