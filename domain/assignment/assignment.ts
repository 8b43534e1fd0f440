import { z } from "zod";
import { visibilities } from "@/domain/access/discussion";
import { namings } from "@/domain/comment/voice";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { points, readPoints, showPoints } from "@/domain/grading/points";
import { clientId, id } from "@/domain/id";
import { moment } from "@/domain/moment";
import { defaultParticipation, participationPolicy } from "@/domain/participation/policy";
import type { Refusal } from "@/domain/refusal";
import { lineOfText, optionalText, writtenText } from "@/domain/text";
import { version } from "@/domain/version";

export const promptKinds = ["open", "weigh", "defend", "compare", "term"] as const;
export type PromptKind = (typeof promptKinds)[number];

/** The most an assignment is worth. */
export const MOST_POINTS = 1000;

const hasDuplicates = (ids: string[]) => new Set(ids).size !== ids.length;

const atLeast = (most: number) => z.int().min(0).max(most);

export const promptDraft = z
  .object({
    id: clientId,
    kind: z.enum(promptKinds),
    title: lineOfText(300),
    body: writtenText(20_000),
    citationsMin: atLeast(50),
    readingsMin: atLeast(50),
    wordsMin: atLeast(20_000),
    /** 0: no upper limit. A guide that is shown, not a door. */
    wordsMax: atLeast(20_000),
    positionsMin: atLeast(20),
    repliesMin: atLeast(50),
    /** Positions that each have to be cited; of a comparison exactly two, or none for the student to choose. */
    positions: z.array(id).max(20),
    /** On what they are compared. */
    dimensionId: id.nullable(),
    /** What is to be defined. */
    termId: id.nullable(),
    /** Others' answers appear once one's own is posted. */
    postFirst: z.boolean(),
    /** Classmates see aliases here, also where the assignment shows names. */
    pseudonyms: z.boolean(),
    /** Answered before the whole class, also where the assignment has groups. */
    wholeClass: z.boolean(),
    /** Asks for the case one rejects. */
    steelman: z.boolean(),
  })
  .refine((prompt) => !hasDuplicates(prompt.positions), { path: ["positions"], message: "position-twice" })
  .refine(({ kind, positions }) => kind !== "compare" || positions.length === 0 || positions.length === 2, {
    path: ["positions"],
    message: "compare-two",
  })
  .refine(({ wordsMin, wordsMax }) => wordsMax === 0 || wordsMin <= wordsMax, {
    path: ["wordsMax"],
    message: "words-out-of-order",
  });

/** A source version to be read; the reading's id is made where it was chosen. */
export const readingDraft = z.object({ id: clientId, versionId: id });

export const assignmentDraft = z.object({
  title: lineOfText(300),
  instructions: optionalText(20_000),
  /** In the order they are to be read. */
  readings: z.array(readingDraft).max(50),
  prompts: z.array(promptDraft).max(50),
  rubricId: id.nullable(),
  /** A decimal, as the gradebook writes it. */
  points,
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  groupSetId: id.nullable(),
  visibility: z.enum(visibilities),
  /** Read only when visibility is `postFirst`. */
  postFirst: z.int().min(0).max(100),
  /** Words an own comment needs to count towards `postFirst`. */
  postFirstWords: z.int().min(0).max(500).default(0),
  /** Whether classmates see names, or an alias in place of each. */
  names: z.enum(namings),
  /** Whether students may keep notes that nobody else reads. */
  privateNotes: z.boolean().default(true),
  /** Whether staff see aliases until the names are given back. */
  blind: z.boolean().default(false),
  /** Of `points`: what taking part is worth, a decimal. */
  participationPoints: points.default("0"),
  participation: participationPolicy.default(defaultParticipation),
  latePolicy: latePolicy.default(noLatePolicy),
  categoryId: id.nullable().default(null),
  /** A decimal: its weight beside the others of its category. */
  weight: points.default("1"),
  /** Whether each student sees how the class's released grades lie. */
  showsDistribution: z.boolean().default(false),
});

export const newAssignment = z.object({ id: clientId, draft: assignmentDraft });
export const assignmentSave = z.object({
  id,
  version,
  draft: assignmentDraft,
  /** The digest of the effects that were read before saving; null where none were, or none was serious. */
  touches: z.string().max(64).nullable().default(null),
});
/** A draft held against the assignment as it stands. */
export const assignmentChange = z.object({ id, draft: assignmentDraft });
/** A copy as a draft, with an id of its own. */
export const assignmentCopy = z.object({
  id,
  newId: clientId,
  toCourseId: id,
  /** What the copy is called; null takes the title of what is copied. */
  title: lineOfText(300).nullable().default(null),
});

export type PromptDraft = z.infer<typeof promptDraft>;
export type AssignmentDraft = z.infer<typeof assignmentDraft>;
/** A draft as it may be sent: what is left out takes what an assignment begins with. */
export type SentDraft = z.input<typeof assignmentDraft>;
export type NewAssignment = z.infer<typeof newAssignment>;
export type AssignmentSave = Omit<z.infer<typeof assignmentSave>, "touches"> & { touches?: string | null };
export type AssignmentChange = z.infer<typeof assignmentChange>;
export type AssignmentCopy = Omit<z.infer<typeof assignmentCopy>, "title"> & { title?: string | null };

/**
 * What speaks against keeping an assignment like this, or null. Only one that is to be published has to have
 * something to read or to answer.
 */
export function refusalOf(
  draft: Pick<
    AssignmentDraft,
    "opensAt" | "dueAt" | "closesAt" | "points" | "participationPoints" | "readings" | "prompts"
  >,
  publishes: boolean,
): Refusal | null {
  const { opensAt, dueAt, closesAt, readings, prompts } = draft;
  if (opensAt > dueAt || dueAt > closesAt) return { code: "dates-out-of-order" };
  const worth = readPoints(draft.points) ?? 0;
  if (worth === 0 || worth > MOST_POINTS * 100) {
    return { code: "points-out-of-range", most: String(MOST_POINTS) };
  }
  if ((readPoints(draft.participationPoints) ?? 0) > worth) {
    return { code: "points-out-of-range", most: draft.points };
  }
  const ids = [...readings, ...prompts].map((part) => part.id);
  if (hasDuplicates(ids) || hasDuplicates(readings.map((reading) => reading.versionId))) {
    return { code: "id-taken" };
  }
  if (publishes && ids.length === 0) return { code: "nothing-to-read" };
  return null;
}

/**
 * How a rubric's best levels miss what is left of the points beside participation; null where they meet it exactly.
 * All are decimals; what cannot be read counts as 0.
 * @param most the sum of the rubric's best levels
 */
export function rubricGap(
  draft: Pick<AssignmentDraft, "points" | "participationPoints">,
  most: string,
): { has: string; wants: string } | null {
  const wants = Math.max(0, (readPoints(draft.points) ?? 0) - (readPoints(draft.participationPoints) ?? 0));
  const has = readPoints(most) ?? 0;
  return has === wants ? null : { has: showPoints(has), wants: showPoints(wants) };
}

export interface Numbered {
  id: string;
  /** The course-wide number that people cite. */
  position: number;
}

/**
 * Course-wide numbers for an assignment's readings (or prompts) in the order wanted. What is new goes on counting
 * after `highest`. Numbers already given move within the assignment only while nobody but staff has seen them.
 */
export function giveNumbers(
  held: readonly Numbered[],
  wanted: readonly string[],
  highest: number,
  published: boolean,
): Numbered[] {
  const positions = new Map(held.map((part) => [part.id, part.position]));
  let next = highest;
  const given = wanted.map((part) => ({ id: part, position: positions.get(part) ?? ++next }));
  if (published) return given;
  const sorted = given.map((part) => part.position).sort((a, b) => a - b);
  return given.map((part, index) => ({ id: part.id, position: sorted[index] ?? part.position }));
}
