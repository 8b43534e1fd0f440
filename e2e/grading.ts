import type { BrowserContextOptions, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import type { SentDraft } from "@/domain/assignment/assignment";
import { at, type Course, join, type Passage } from "./course";
import { expect } from "./fixtures";
import { call } from "./scene";

/** Twelve of the demo's people, in the order in which they join. */
export const twelve = [
  "ada",
  "liming",
  "zofia",
  "kwame",
  "dmytro",
  "ken",
  "priya",
  "elif",
  "giorgos",
  "sofia",
  "mateo",
  "leila",
] as const;

type As = (person: string, options?: BrowserContextOptions) => Promise<Page>;

/** They join one after the other: groups of a size fill in this order. */
export async function joinAll<Name extends string>(
  as: As,
  course: Course,
  people: readonly Name[],
): Promise<Record<Name, Page>> {
  const pages: [Name, Page][] = [];
  for (const person of people) pages.push([person, await join(as, course, person)]);
  return Object.fromEntries(pages) as Record<Name, Page>;
}

export interface Member {
  id: string;
  name: string;
  role: string;
}

export async function members({ ines, courseId }: Course): Promise<Member[]> {
  const found = await call<{ members: Member[] }>(ines, "course.people", { courseId }, "query");
  return found.members;
}

/** The paragraphs of an assignment's readings, in their order. */
export async function passagesOf({ ines, courseId }: Course, assignmentId: string): Promise<Passage[]> {
  const { readings } = await call<{ readings: { id: string }[] }>(
    ines,
    "assignment.get",
    { courseId, id: assignmentId },
    "query",
  );
  const all = await call<Passage[]>(ines, "prompt.passages", { courseId }, "query");
  return all.filter(({ readingId }) => readings.some(({ id }) => id === readingId));
}

/** Says something to one's group on a paragraph. */
export async function say(page: Page, courseId: string, on: Passage, body: string): Promise<string> {
  const id = uuidv7();
  const { readingId, paragraphId } = on;
  const comment = { id, readingId, paragraphId, passage: null, signal: null, audience: "group", body };
  await call(page, "comment.post", { courseId, comment });
  return id;
}

/** Twelve different sentences for each of them would be a play; these are different enough. */
export const sentences = (person: string): string[] => [
  `${person} asks what the small states were afraid of when they wanted it written down.`,
  `To ${person} the page with two columns looks like a bargain nobody meant to keep.`,
  `What ${person} misses here is whoever held the pen on the last evening.`,
];

/** The assignment has just become due: what comes from now on is late. */
export async function becomesDue({ ines, courseId }: Course, assignmentId: string): Promise<void> {
  const held = await call<SentDraft & { version: number }>(
    ines,
    "assignment.get",
    { courseId, id: assignmentId },
    "query",
  );
  const draft = { ...held, dueAt: new Date() };
  const { touches } = await call<{ touches: string | null }>(ines, "assignment.effects", {
    courseId,
    id: assignmentId,
    draft,
  });
  await call(ines, "assignment.save", { courseId, id: assignmentId, version: held.version, draft, touches });
}

/** One assignment more of the course's first text: marked by hand unless said otherwise. */
export async function makeAssignment(
  { ines, courseId, passages }: Course,
  title: string,
  what: Partial<SentDraft> = {},
): Promise<string> {
  const { sources } = await call<{ sources: { versionId: string }[] }>(
    ines,
    "assignment.choices",
    { courseId },
    "query",
  );
  expect(passages.length).toBeGreaterThan(0);
  const id = uuidv7();
  const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000);
  const draft: SentDraft = {
    title,
    instructions: "",
    readings: [{ id: uuidv7(), versionId: at(sources, 0).versionId }],
    prompts: [],
    rubricId: null,
    points: "10",
    opensAt: hours(-1),
    dueAt: hours(24),
    closesAt: hours(48),
    groupSetId: null,
    visibility: "open",
    postFirst: 0,
    names: "named",
    ...what,
  };
  await call(ines, "assignment.create", { courseId, id, draft });
  await call(ines, "assignment.publish", { courseId, id, version: 1 });
  return id;
}

/** A choice among few that is drawn as a row of words: the arrows and the space bar choose, as for whoever hears it. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const radio = page.getByRole("radiogroup", { name: label }).getByRole("radio", { name: option });
  await radio.focus();
  await page.keyboard.press("Space");
  await expect(radio).toBeChecked();
}

export interface Told {
  id: string;
  version: number;
  total: string | null;
  feedback: string;
  marks: Record<string, string>;
  history: object[];
}

/** The grade as staff are told it. */
export const gradeOf = (page: Page, at: { courseId: string; assignmentId: string; studentId: string }) =>
  call<Told | null>(page, "grade.ofStudent", at, "query");

/** Points by hand, over whatever stands there, from somebody else's desk; released too where that is wanted. */
export async function saveMark(
  page: Page,
  place: { courseId: string; assignmentId: string; studentId: string },
  points: string,
  releases = false,
): Promise<void> {
  const held = await gradeOf(page, place);
  const what = { id: held?.id ?? uuidv7(), version: held?.version ?? 0, points, feedback: "", marks: {} };
  const { version } = await call<Told>(page, "grade.save", { ...place, ...what });
  if (releases) await call(page, "grade.release", { ...place, version });
}
