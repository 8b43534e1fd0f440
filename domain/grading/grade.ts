import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { optionalText, writtenText } from "@/domain/text";
import { version, versionOrNone } from "@/domain/version";
import { standings } from "./measure";
import { points, readPoints } from "./points";

/** UTF-16 units. */
export const MAX_FEEDBACK = 20_000;
export const MAX_REMARK = 4_000;
export const MAX_REASON = 1_000;
export const MAX_REQUEST = 4_000;

export const remarkKinds = ["criterion", "comment", "response"] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** A share in per cent, a decimal of at most two places. */
const percent = points.refine((decimal) => (readPoints(decimal) ?? 0) <= 100_00, { message: "over-100" });

const remarks = z
  .record(id, z.object({ kind: z.enum(remarkKinds), body: writtenText(MAX_REMARK) }))
  .refine((all) => Object.keys(all).length <= 500, { message: "too-many" });

/** What is left out is what a grade begins with: histories written before there was more to say are read as well. */
const content = {
  /** Set by hand for the whole of it; null takes marks, lateness and participation together. */
  points: points.nullable(),
  feedback: optionalText(MAX_FEEDBACK),
  /** Criterion to level. */
  marks: z.record(id, id),
  standing: z.enum(standings).default("graded"),
  /** What taking part is given; null until somebody accepts or sets it. */
  participation: points.nullable().default(null),
  /** What was suggested when it was accepted or set. */
  participationSuggested: points.nullable().default(null),
  /** Owed where it is another than was suggested. */
  participationWhy: optionalText(MAX_REASON).default(""),
  /** The share of the marks that lateness leaves, in per cent. */
  kept: percent.default("100"),
  /** Feedback in its place, by the criterion, comment or response it is on. */
  remarks: remarks.default({}),
};

/** Everything a grade says at one moment: what its history keeps after every act. */
export const gradeState = z.object({ ...content, released: z.boolean() });
export type GradeState = z.infer<typeof gradeState>;
export type GradeContent = Omit<GradeState, "released">;
export type Remarks = GradeContent["remarks"];

/** What a grade says before anybody has said anything. */
export const blank: GradeContent = {
  points: null,
  feedback: "",
  marks: {},
  standing: "graded",
  participation: null,
  participationSuggested: null,
  participationWhy: "",
  kept: "100",
  remarks: {},
};

/** A grade nobody has begun. */
export const untouched: GradeState = { ...blank, released: false };

/** `studentId` is the key under which staff see the student: while it is graded blind, an alias's. */
export const gradePlace = { assignmentId: id, studentId: id };
const reason = optionalText(MAX_REASON).default("");

export const gradeSave = z.object({
  /** The grade's id, should this be its first save. */
  id: clientId,
  ...gradePlace,
  /** The version the change was made on; 0 while there is none. */
  version: versionOrNone,
  ...content,
  reason,
});
export type GradeSave = z.infer<typeof gradeSave>;

export const gradeRelease = z.object({ ...gradePlace, version });
export type GradeRelease = z.infer<typeof gradeRelease>;

export const gradeRecall = z.object({ ...gradePlace, version, reason });
export type GradeRecall = z.infer<typeof gradeRecall>;

/** Puts back what the grade said before it was last saved (or put back). */
export const gradeUndo = z.object({ ...gradePlace, version, reason });
export type GradeUndo = z.infer<typeof gradeUndo>;

export const contentOf = ({ released: _, ...said }: GradeState): GradeContent => said;

/** What a save carries of a grade, apart from where and on what it is made. */
export const contentIn = (save: GradeContent): GradeContent => ({
  points: save.points,
  feedback: save.feedback,
  marks: save.marks,
  standing: save.standing,
  participation: save.participation,
  participationSuggested: save.participationSuggested,
  participationWhy: save.participationWhy,
  kept: save.kept,
  remarks: save.remarks,
});

export const sameMarks = (one: GradeContent["marks"], other: GradeContent["marks"]): boolean => {
  const marks = Object.entries(one);
  return (
    marks.length === Object.keys(other).length &&
    marks.every(([criterion, level]) => other[criterion] === level)
  );
};

const sameRemarks = (one: Remarks, other: Remarks): boolean => {
  const all = Object.entries(one);
  return (
    all.length === Object.keys(other).length &&
    all.every(([on, { kind, body }]) => other[on]?.kind === kind && other[on]?.body === body)
  );
};

/** Whether two grades say the same apart from their marks. */
export const sameBesideMarks = (one: GradeContent, other: GradeContent): boolean =>
  one.points === other.points &&
  one.feedback === other.feedback &&
  one.standing === other.standing &&
  one.participation === other.participation &&
  one.participationSuggested === other.participationSuggested &&
  one.participationWhy === other.participationWhy &&
  one.kept === other.kept &&
  sameRemarks(one.remarks, other.remarks);

export const saysTheSame = (one: GradeContent, other: GradeContent): boolean =>
  sameBesideMarks(one, other) && sameMarks(one.marks, other.marks);
