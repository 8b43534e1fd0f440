import { z } from "zod";
import { type Measure, marksWithin } from "@/domain/grading/measure";
import { readPoints, showPoints } from "@/domain/grading/points";
import { tidy } from "@/domain/text";

const remark = z.object({ kind: z.enum(["criterion", "comment", "response"]), body: z.string() });
export type Remark = z.infer<typeof remark>;

const said = z.object({
  /** As typed; empty takes the sum of the marks. */
  points: z.string(),
  feedback: z.string(),
  marks: z.record(z.string(), z.string()),
  standing: z.enum(["graded", "missing", "excused"]).default("graded"),
  /** As typed; empty while nobody has accepted or set it. */
  participation: z.string().default(""),
  /** What was suggested when it was accepted or set. */
  participationSuggested: z.string().nullable().default(null),
  participationWhy: z.string().default(""),
  /** The share of the marks that lateness leaves, in per cent. */
  kept: z.string().default("100"),
  /** By the id of the criterion, comment or response that they are on; none is empty. */
  remarks: z.record(z.string(), remark).default({}),
});

/** A grade being written, as it is kept on the device until it is saved. */
const deskDraft = said.extend({
  /** The grade's id, should this become its first save. */
  id: z.string(),
  /** The version it was begun on; 0 when there was none. */
  version: z.number(),
  /** Owed when the grade is released. */
  reason: z.string(),
  /** What it said each time it was sent, until that is answered. */
  sent: z.array(said).default([]),
});
export type DeskDraft = z.infer<typeof deskDraft>;
export type Standing = DeskDraft["standing"];

/** What is saved of a grade: what a draft is compared with. */
export interface SavedGrade {
  id: string;
  version: number;
  points: string | null;
  feedback: string;
  marks: Readonly<Record<string, string>>;
  standing: Standing;
  participation: string | null;
  participationSuggested: string | null;
  participationWhy: string;
  kept: string;
  remarks: Readonly<Record<string, Remark>>;
}

/** What the device kept, or null for nothing that can be read. */
export function readDraft(kept: string): DeskDraft | null {
  if (kept === "") return null;
  try {
    return deskDraft.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

export const writeDraft = (draft: DeskDraft): string => JSON.stringify(draft);

/** A draft that says what the saved grade says; of a grade nobody has begun, with the share that lateness leaves. */
export const draftOf = (grade: SavedGrade | null, id: string, kept = "100"): DeskDraft => ({
  id: grade?.id ?? id,
  version: grade?.version ?? 0,
  points: grade?.points ?? "",
  feedback: grade?.feedback ?? "",
  marks: { ...grade?.marks },
  reason: "",
  standing: grade?.standing ?? "graded",
  participation: grade?.participation ?? "",
  participationSuggested: grade?.participationSuggested ?? null,
  participationWhy: grade?.participationWhy ?? "",
  kept: grade?.kept ?? kept,
  remarks: { ...grade?.remarks },
  sent: [],
});

/** A typed number as it is sent: null for none, and an unreadable one as typed, to be refused. */
export function numberTyped(text: string): string | null {
  const typed = text.trim();
  if (typed === "") return null;
  const read = readPoints(typed);
  return read === null ? typed : showPoints(read);
}

/** What a save sends of a draft, as it will be kept. */
export const contentOf = (draft: DeskDraft) => ({
  points: numberTyped(draft.points),
  feedback: tidy(draft.feedback),
  marks: draft.marks,
  standing: draft.standing,
  participation: numberTyped(draft.participation),
  participationSuggested: draft.participationSuggested,
  participationWhy: tidy(draft.participationWhy),
  kept: draft.kept,
  remarks: Object.fromEntries(
    Object.entries(draft.remarks).map(([on, { kind, body }]) => [on, { kind, body: tidy(body) }]),
  ),
});

/** The draft with a remark written, changed or, where nothing is left of it, taken away. */
export function withRemark(
  draft: DeskDraft,
  subjectId: string,
  { kind, body }: Remark,
): DeskDraft["remarks"] {
  const { [subjectId]: _, ...others } = draft.remarks;
  return body.trim() === "" ? others : { ...others, [subjectId]: { kind, body } };
}

/** Whether two records say the same under every key of either. */
const sameUnder = <Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  same: (here: Value | undefined, there: Value | undefined) => boolean,
): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));

/**
 * Whether the draft says anything else than the saved grade, once it is kept; a reason alone changes nothing.
 * @param kept what lateness leaves of a grade nobody has begun
 */
export function differs(draft: DeskDraft, grade: SavedGrade | null, kept = "100"): boolean {
  const said = contentOf(draft);
  const saved = contentOf(draftOf(grade, draft.id, kept));
  const plain = ["points", "feedback", "standing", "participation", "participationWhy", "kept"] as const;
  return (
    plain.some((field) => said[field] !== saved[field]) ||
    !sameUnder(said.marks, saved.marks, (here, there) => here === there) ||
    !sameUnder(said.remarks, saved.remarks, (here, there) => here?.body === there?.body)
  );
}

/** Whether a later version says what the draft says: it was saved, and the answer never came. */
export const isSpent = (draft: DeskDraft, grade: SavedGrade | null): boolean =>
  grade !== null && grade.version > draft.version && !differs(draft, grade);

/** Of so many saves without an answer a draft knows its words again. */
const MOST_SENT = 5;

/** The draft as it is sent: should the answer be lost, it knows its own words again. */
export function sending(draft: DeskDraft): DeskDraft {
  const others = draft.sent.filter((one) => differs({ ...draft, ...one }, { ...contentOf(draft), ...draft }));
  return { ...draft, sent: [...others, said.parse(draft)].slice(-MOST_SENT) };
}

/**
 * A draft that was gone on with after a save whose answer was lost: it goes on from the version that the save made, and
 * is no conflict with it.
 */
export function goneOn(draft: DeskDraft, grade: SavedGrade | null): DeskDraft {
  if (grade?.version !== draft.version + 1) return draft;
  if (!draft.sent.some((one) => !differs({ ...draft, ...one }, grade))) return draft;
  return { ...draft, id: grade.id, version: grade.version, sent: [] };
}

/** The draft without what it says of criteria that are no longer among those it is measured by. */
export function withinMeasure(draft: DeskDraft, measure: Measure, grade: SavedGrade | null): DeskDraft {
  const stands = (on: string, { kind }: Remark) =>
    kind !== "criterion" ||
    grade?.remarks[on] !== undefined ||
    measure.criteria.some((criterion) => criterion.id === on);
  return {
    ...draft,
    marks: marksWithin(measure, draft.marks),
    remarks: Object.fromEntries(Object.entries(draft.remarks).filter(([on, remark]) => stands(on, remark))),
  };
}
