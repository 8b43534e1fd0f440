import { z } from "zod";
import { visibilities } from "@/domain/access/discussion";
import {
  type AssignmentDraft,
  MOST_POINTS,
  type PromptDraft,
  promptKinds,
} from "@/domain/assignment/assignment";
import { instantOf, localOf } from "@/domain/assignment/zoned-time";
import { namings } from "@/domain/comment/voice";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { readPoints } from "@/domain/grading/points";
import { defaultParticipation, participationPolicy } from "@/domain/participation/policy";

const promptForm = z.object({
  id: z.string(),
  kind: z.enum(promptKinds),
  title: z.string(),
  body: z.string(),
  citationsMin: z.number(),
  readingsMin: z.number(),
  wordsMin: z.number(),
  // A form that was kept on a device before these were there asks none of them.
  wordsMax: z.number().default(0),
  positionsMin: z.number().default(0),
  repliesMin: z.number().default(0),
  positions: z.array(z.string()).default([]),
  dimensionId: z.string().nullable().default(null),
  termId: z.string().nullable().default(null),
  postFirst: z.boolean().default(false),
  pseudonyms: z.boolean().default(false),
  wholeClass: z.boolean().default(false),
  steelman: z.boolean().default(false),
});

const rubricForm = z.object({
  title: z.string(),
  criteria: z.array(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      levels: z.array(z.object({ name: z.string(), points: z.string() })),
    }),
  ),
});

/** An assignment as it is being written: times as the course's clock shows them, numbers as they are typed. */
export const assignmentForm = z.object({
  id: z.string(),
  title: z.string(),
  instructions: z.string(),
  readings: z.array(z.object({ id: z.string(), versionId: z.string() })),
  prompts: z.array(promptForm),
  rubric: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("existing"), id: z.string() }),
    /** `draft` is null while it is the one the product proposes: it follows the points. */
    z.object({ kind: z.literal("new"), id: z.string(), draft: rubricForm.nullable() }),
  ]),
  points: z.string(),
  opens: z.string(),
  due: z.string(),
  closes: z.string(),
  groupSetId: z.string().nullable(),
  visibility: z.enum(visibilities),
  postFirst: z.number(),
  /** A form that was kept on a device before there was a choice names everybody. */
  names: z.enum(namings).default("named"),
  // A form that was kept on a device before these were there takes what an assignment begins with.
  postFirstWords: z.number().default(0),
  privateNotes: z.boolean().default(true),
  blind: z.boolean().default(false),
  participationPoints: z.string().default("0"),
  participation: participationPolicy.default(defaultParticipation),
  latePolicy: latePolicy.default(noLatePolicy),
  categoryId: z.string().nullable().default(null),
  weight: z.string().default("1"),
  showsDistribution: z.boolean().default(false),
});

export type AssignmentForm = z.infer<typeof assignmentForm>;
export type PromptForm = z.infer<typeof promptForm>;

/** What the server holds, as far as the form needs it. */
export interface HeldAssignment extends AssignmentDraft {
  id: string;
  version: number;
  publishedAt: Date | null;
  begun: boolean;
  graded: boolean;
  readings: { id: string; versionId: string; inUse: boolean }[];
  prompts: (PromptDraft & { inUse: boolean })[];
}

export const newPrompt = (id: string): PromptForm => ({
  id,
  kind: "open",
  title: "",
  body: "",
  citationsMin: 2,
  readingsMin: 1,
  wordsMin: 0,
  wordsMax: 0,
  positionsMin: 0,
  repliesMin: 0,
  positions: [],
  dimensionId: null,
  termId: null,
  postFirst: false,
  pseudonyms: false,
  wholeClass: false,
  steelman: false,
});

/** A prompt without what belongs to another kind than its own. */
const ofItsKind = (prompt: PromptForm): PromptForm => ({
  ...prompt,
  dimensionId: prompt.kind === "compare" ? prompt.dimensionId : null,
  termId: prompt.kind === "term" ? prompt.termId : null,
});

/** What is amiss with a prompt, besides that it may be empty. */
export function promptFaults(prompt: PromptForm): ("words" | "two")[] {
  const faults: ("words" | "two")[] = [];
  if (prompt.wordsMax > 0 && prompt.wordsMax < prompt.wordsMin) faults.push("words");
  if (prompt.kind === "compare" && prompt.positions.length !== 0 && prompt.positions.length !== 2) {
    faults.push("two");
  }
  return faults;
}

const daysLater = (local: string, days: number) => {
  const date = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** An empty form: open from today, due in a week, closed three days later. */
export function emptyForm(input: {
  ids: { assignment: string; rubric: string; reading: string };
  now: Date;
  timeZone: string;
  versionId: string | null;
}): AssignmentForm {
  const today = localOf(input.now, input.timeZone);
  return {
    id: input.ids.assignment,
    title: "",
    instructions: "",
    readings: input.versionId ? [{ id: input.ids.reading, versionId: input.versionId }] : [],
    prompts: [],
    rubric: { kind: "new", id: input.ids.rubric, draft: null },
    points: "20",
    opens: `${today.slice(0, 10)}T00:00`,
    due: `${daysLater(today, 7)}T23:59`,
    closes: `${daysLater(today, 10)}T23:59`,
    groupSetId: null,
    visibility: "open",
    postFirst: 1,
    names: "named",
    postFirstWords: 0,
    privateNotes: true,
    blind: false,
    participationPoints: "0",
    participation: defaultParticipation,
    latePolicy: noLatePolicy,
    categoryId: null,
    weight: "1",
    showsDistribution: false,
  };
}

/** The form of what the server holds. */
export function formOf(held: HeldAssignment, timeZone: string): AssignmentForm {
  return {
    id: held.id,
    title: held.title,
    instructions: held.instructions,
    readings: held.readings.map(({ id, versionId }) => ({ id, versionId })),
    prompts: held.prompts.map(({ inUse: _inUse, ...prompt }) => promptForm.parse(prompt)),
    rubric: held.rubricId ? { kind: "existing", id: held.rubricId } : { kind: "none" },
    points: held.points,
    opens: localOf(held.opensAt, timeZone),
    due: localOf(held.dueAt, timeZone),
    closes: localOf(held.closesAt, timeZone),
    groupSetId: held.groupSetId,
    visibility: held.visibility,
    postFirst: held.visibility === "postFirst" ? held.postFirst : 1,
    names: held.names,
    postFirstWords: held.postFirstWords,
    privateNotes: held.privateNotes,
    blind: held.blind,
    participationPoints: held.participationPoints,
    participation: held.participation,
    latePolicy: held.latePolicy,
    categoryId: held.categoryId,
    weight: held.weight,
    showsDistribution: held.showsDistribution,
  };
}

export type FormFault =
  | "title"
  | "opens"
  | "due"
  | "closes"
  | "order"
  | "points"
  | "prompt"
  | "words"
  | "two"
  | "nothing";

/** A time as typed, to an instant. One that was not touched keeps its seconds. */
function instant(local: string, held: Date | undefined, timeZone: string): Date | null {
  if (held && localOf(held, timeZone) === local) return held;
  return instantOf(local, timeZone)?.at ?? null;
}

/** The draft a form stands for, or what is amiss with it. The server judges again. */
export function draftOf(
  form: AssignmentForm,
  options: {
    timeZone: string;
    held: HeldAssignment | null;
    rubricId: string | null;
    publishes: boolean;
  },
): { draft: AssignmentDraft; faults: [] } | { draft: null; faults: FormFault[] } {
  const { timeZone, held, rubricId, publishes } = options;
  const opensAt = instant(form.opens, held?.opensAt, timeZone);
  const dueAt = instant(form.due, held?.dueAt, timeZone);
  const closesAt = instant(form.closes, held?.closesAt, timeZone);
  const worth = readPoints(form.points);
  const faults: FormFault[] = [];
  if (form.title.trim() === "") faults.push("title");
  if (form.prompts.some((prompt) => prompt.title.trim() === "" || prompt.body.trim() === "")) {
    faults.push("prompt");
  }
  for (const fault of ["words", "two"] as const) {
    if (form.prompts.some((prompt) => promptFaults(ofItsKind(prompt)).includes(fault))) faults.push(fault);
  }
  if (!opensAt) faults.push("opens");
  if (!dueAt) faults.push("due");
  if (!closesAt) faults.push("closes");
  if (opensAt && dueAt && closesAt && (opensAt > dueAt || dueAt > closesAt)) faults.push("order");
  if (worth === null || worth === 0 || worth > MOST_POINTS * 100) faults.push("points");
  if (publishes && form.readings.length + form.prompts.length === 0) faults.push("nothing");
  if (faults.length > 0 || !opensAt || !dueAt || !closesAt) return { draft: null, faults };
  const { id: _id, rubric: _rubric, opens: _opens, due: _due, closes: _closes, ...rest } = form;
  const prompts = form.prompts.map(ofItsKind);
  return { draft: { ...rest, prompts, rubricId, opensAt, dueAt, closesAt }, faults: [] };
}

/** Items with the one at `from` moved by one place. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const item = items[from];
  const to = from + by;
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
