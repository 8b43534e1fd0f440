import { type AssignmentDraft, MOST_POINTS } from "@/domain/assignment/assignment";
import { instantTyped, localOf } from "@/domain/assignment/zoned-time";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { type Hundredths, readPoints } from "@/domain/grading/points";
import { defaultParticipation, participationPolicy } from "@/domain/participation/policy";
import { type AssignmentForm, type HeldAssignment, type PromptForm, promptForm } from "./form-shape";

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
  | "participationPoints"
  | "weight"
  | "counts"
  | "late"
  | "groups"
  | "prompt"
  | "words"
  | "two"
  | "nothing";

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
  const opensAt = instantTyped(form.opens, held?.opensAt, timeZone);
  const dueAt = instantTyped(form.due, held?.dueAt, timeZone);
  const closesAt = instantTyped(form.closes, held?.closesAt, timeZone);
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
  const ofTakingPart = readPoints(form.participationPoints);
  if (ofTakingPart === null || (worth !== null && ofTakingPart > worth)) faults.push("participationPoints");
  if (readPoints(form.weight) === null) faults.push("weight");
  if (!participationPolicy.safeParse(form.participation).success) faults.push("counts");
  if (!latePolicy.safeParse(form.latePolicy).success) faults.push("late");
  if (publishes && form.readings.length + form.prompts.length === 0) faults.push("nothing");
  if (faults.length > 0 || !opensAt || !dueAt || !closesAt) return { draft: null, faults };
  const { id: _id, rubric: _rubric, opens: _opens, due: _due, closes: _closes, ...rest } = form;
  const prompts = form.prompts.map(ofItsKind);
  return { draft: { ...rest, prompts, rubricId, opensAt, dueAt, closesAt }, faults: [] };
}

/** What is left of the points beside taking part, for the rubric or for marking by hand; null while it cannot be read. */
export function restOf(form: Pick<AssignmentForm, "points" | "participationPoints">): Hundredths | null {
  const all = readPoints(form.points);
  const part = readPoints(form.participationPoints);
  return all === null || part === null || part > all ? null : all - part;
}

/** Items with the one at `from` moved by one place. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const item = items[from];
  const to = from + by;
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
