import { type AssignmentDraft, assignmentDraft } from "../assignment";
import type { HeldFacts, StudentFacts } from "../effect";

/** When what follows is open and not yet due. */
export const now = new Date("2026-03-10T12:00:00Z");
export const day = (n: number) => new Date(now.getTime() + n * 24 * 60 * 60 * 1000);
export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export const prompt = {
  id: id(20),
  kind: "open" as const,
  title: "Whose consent?",
  body: "Say whose.",
  citationsMin: 0,
  readingsMin: 0,
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
};

export const draft: AssignmentDraft = assignmentDraft.parse({
  title: "Week 1",
  instructions: "",
  readings: [{ id: id(10), versionId: id(11) }],
  prompts: [prompt],
  rubricId: id(30),
  points: "20",
  opensAt: day(-4),
  dueAt: day(3),
  closesAt: day(5),
  groupSetId: id(40),
  visibility: "open",
  postFirst: 0,
  names: "named",
});

export const held: HeldFacts = {
  ...draft,
  publishedAt: day(-5),
  namesShownAt: null,
  readings: [{ id: id(10), versionId: id(11), title: "A code" }],
};

let last = 100;
export const student = (name: string, facts: Partial<StudentFacts> = {}): StudentFacts => {
  last += 1;
  const nothing = { extension: null, comments: [], notes: 0, read: [], begun: [], posted: [], evidence: 0 };
  return { id: id(last), name, ...nothing, handedInAt: null, grade: "none", ...facts };
};

export const extension = (due: number, closes = due + 2) => ({ dueAt: day(due), closesAt: day(closes) });
export const wrote = { comments: [12, 3] };
export const answered = { begun: [prompt.id], posted: [prompt.id], handedInAt: day(-1) };
export const released = { grade: "released" as const };
