import type { BrowserContextOptions, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { describePassage } from "@/domain/anchor/passage";
import type { PromptDraft, SentDraft } from "@/domain/assignment/assignment";
import { localOf } from "@/domain/assignment/zoned-time";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { call } from "./scene";

/** A paragraph of a reading, as citations name it. */
export interface Passage {
  readingId: string;
  paragraphId: string;
  reading: number;
  paragraph: number;
  text: string;
}

interface Named {
  id: string;
  name: string;
}

export interface Course {
  courseId: string;
  /** Of the course's page. */
  path: string;
  ines: Page;
  positions: (Named & { short: string })[];
  dimensions: Named[];
  readings: { id: string; sourceId: string; path: string }[];
  prompts: string[];
  assignmentId: string;
  /** The paragraphs of the first reading, then of the second. */
  passages: Passage[];
}

/** A day from today where the courses are, as "2026-11-24". */
export function dayInCourse(days: number): string {
  const today = Date.parse(localOf(new Date(), "Europe/Zurich").slice(0, 10));
  return new Date(today + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000);

const TEXTS = [
  [
    "On the first morning nobody spoke of the treaty, and everybody had read it.",
    "An alliance is a promise about tomorrow. It binds only those who expect to meet again.",
    "The small states asked for the words to be written down. The large ones asked for time.",
  ],
  [
    "A concert needs a conductor, said the delegate, and then sat down to be one.",
    "Security that cannot be divided cannot be counted either, and the ministers had come to count.",
    "Nobody signed in the evening. In the morning the columns had become three.",
  ],
];

/** A prompt that asks for nothing but words. */
export const prompt = (what: Partial<PromptDraft> = {}): PromptDraft => ({
  id: uuidv7(),
  kind: "open",
  title: "What holds it together?",
  body: "Answer from the page.",
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
  ...what,
});

async function publishSource(ines: Page, courseId: string, text: string) {
  const sourceId = uuidv7();
  await call(ines, "source.import", { courseId, id: sourceId, from: { kind: "text", text } });
  const { revision, versionId } = await call<{ revision: number; versionId: string }>(
    ines,
    "source.get",
    { courseId, id: sourceId },
    "query",
  );
  await call(ines, "source.publish", { courseId, id: sourceId, revision });
  return { sourceId, versionId };
}

interface Wanted {
  prompts?: PromptDraft[];
  draft?: Partial<SentDraft>;
  texts?: string[][];
}

/** A course of Inés's own with the five security orders, two readings, and nobody else in it yet. */
export async function makeCourse(ines: Page, what: Wanted = {}): Promise<Course> {
  const courseId = uuidv7();
  await call(ines, "course.create", {
    id: courseId,
    title: `Orders ${courseId.slice(-6)}`,
    subtitle: "",
    term: "",
    timeZone: "Europe/Zurich",
    frame: { kind: "template", key: "security-orders" },
  });
  const frame = await call<Pick<Course, "positions" | "dimensions">>(
    ines,
    "frame.page",
    { courseId },
    "query",
  );
  const readings: Course["readings"] = [];
  const versions: string[] = [];
  for (const paragraphs of what.texts ?? TEXTS) {
    const { sourceId, versionId } = await publishSource(ines, courseId, paragraphs.join("\n\n"));
    const id = uuidv7();
    readings.push({ id, sourceId, path: `/courses/${courseId}/readings/${id}` });
    versions.push(versionId);
  }
  const assignmentId = uuidv7();
  const prompts = what.prompts ?? [];
  const draft: SentDraft = {
    title: "Two texts",
    instructions: "",
    readings: readings.map(({ id }, at) => ({ id, versionId: versions[at] ?? "" })),
    prompts,
    rubricId: null,
    points: "10",
    opensAt: hours(-1),
    dueAt: hours(24),
    closesAt: hours(48),
    groupSetId: null,
    visibility: "open",
    postFirst: 0,
    names: "named",
    ...what.draft,
  };
  await call(ines, "assignment.create", { courseId, id: assignmentId, draft });
  await call(ines, "assignment.publish", { courseId, id: assignmentId, version: 1 });
  const passages = await call<Passage[]>(ines, "prompt.passages", { courseId }, "query");
  return {
    courseId,
    path: `/courses/${courseId}`,
    ines,
    positions: frame.positions,
    dimensions: frame.dimensions,
    readings,
    prompts: prompts.map(({ id }) => id),
    assignmentId,
    passages,
  };
}

type As = (person: string, options?: BrowserContextOptions) => Promise<Page>;

/** Somebody of the demo joins the course with its code. */
export async function join(
  as: As,
  { courseId, ines }: Course,
  person: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await as(person, options);
  const code = await codeOf(ines, courseId);
  await call(page, "course.join", { code });
  return page;
}

/** Somebody of the demo teaches the course with Inés. */
export async function assist(as: As, course: Course, person: string): Promise<Page> {
  const page = await join(as, course, person);
  const { courseId, ines } = course;
  const { members } = await call<{ members: { id: string; role: string }[] }>(
    ines,
    "course.people",
    { courseId },
    "query",
  );
  const [membershipId] = members.flatMap(({ id, role }) => (role === "student" ? [id] : []));
  await call(ines, "course.changeMember", {
    courseId,
    change: { membershipId, role: "assistant", withdrawn: false },
  });
  return page;
}

const codes = new Map<string, string>();
async function codeOf(ines: Page, courseId: string): Promise<string> {
  const code =
    codes.get(courseId) ?? (await call<string>(ines, "course.renewJoinCode", { courseId, open: true }));
  codes.set(courseId, code);
  return code;
}

interface Piece {
  claim: string;
  /** Places in the frame, from 0. */
  at: [position: number, dimension: number];
  /** Which paragraph of the course, from 0, and which of its words. */
  passage: number;
  words?: [start: number, end: number];
  relation?: EvidenceRelation;
  file?: boolean;
}

/** Records a piece of evidence as the person on the page; answers with its id. */
export async function record(
  page: Page,
  course: Pick<Course, "courseId" | "positions" | "dimensions" | "passages">,
  piece: Piece,
): Promise<string> {
  const { readingId, paragraphId, text } = at(course.passages, piece.passage);
  const [start, end] = piece.words ?? [0, text.length];
  const found = describePassage(text, start, end);
  if (!found) throw new Error("no words there");
  const id = uuidv7();
  const evidence = {
    id,
    readingId,
    paragraphId,
    passage: { start: found.start, end: found.end, quote: found.quote },
    claim: piece.claim,
    relation: piece.relation ?? "supports",
    positionId: at(course.positions, piece.at[0]).id,
    dimensionId: at(course.dimensions, piece.at[1]).id,
    file: piece.file ?? true,
  };
  await call(page, "evidence.record", { courseId: course.courseId, evidence });
  return id;
}

export async function answer(
  page: Page,
  { courseId }: Course,
  promptId: string,
  what: { body: string; positionId?: string | null },
): Promise<string> {
  const id = uuidv7();
  const response = { id, promptId, version: 0, positionId: what.positionId ?? null, body: what.body };
  await call(page, "response.post", { courseId, response });
  return id;
}

export async function stand(
  page: Page,
  { courseId }: Course,
  positionId: string | null,
  moment: "before" | "after" = "before",
  why = "",
): Promise<void> {
  const stance = {
    moment,
    readingId: null,
    positionId,
    betweenId: null,
    confidence: 3,
    why,
    movedBy: null,
  };
  await call(page, "stance.take", { courseId, stance: { id: uuidv7(), ...stance } });
}

/** The one at a place; a test that names one that is not there is wrong. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`nothing at ${place}`);
  return item;
}
