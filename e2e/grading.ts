import type { BrowserContextOptions, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import type { SentDraft } from "@/domain/assignment/assignment";
import { readCsv } from "@/domain/csv-read";
import { at, type Course, join, type Passage } from "./course";
import { expect } from "./fixtures";
import { press, typeIn } from "./keys";
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
  history: { version: number; act: string; by: string; state: { feedback: string } }[];
}

/** The grade as staff are told it. */
export const gradeOf = (page: Page, at: { courseId: string; assignmentId: string; studentId: string }) =>
  call<Told | null>(page, "grade.ofStudent", at, "query");

/** Gives every criterion a level, accepts what is suggested for taking part, and writes feedback; no save. */
export async function gradeByKeys(page: Page, words: string): Promise<void> {
  const heading = page.getByRole("heading", { name: "Participation" });
  const part = page.getByRole("form", { name: "Marks" }).getByRole("group").filter({ has: heading });
  // The suggestion may still be on its way.
  await expect(part).toContainText("suggested");
  for (const digit of "4354") await page.keyboard.press(digit);
  await page.keyboard.press("a");
  await expect(part).toContainText("as suggested");
  await page.keyboard.press("f");
  await typeIn(page, page.getByRole("textbox", { name: "Feedback", exact: true }), words);
  await page.keyboard.press("Escape");
}

/** Somebody else reads the same student, says otherwise and saves. */
export async function gradeAlso(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.keyboard.press("5");
  await page.keyboard.press("f");
  const feedback = page.getByRole("textbox", { name: "Feedback", exact: true });
  await typeIn(page, feedback, "The other column is missing.");
  const saved = page.waitForResponse(/grade\.save\b/);
  await page.keyboard.press("ControlOrMeta+Enter");
  expect((await saved).ok()).toBe(true);
}

/** Two versions on the desk: nothing is saved over either until each line is settled, by keys. */
export async function settle(page: Page): Promise<void> {
  const alert = page.getByRole("alert").filter({ hasText: "Tomasz Zieliński saved while you were grading" });
  await expect(alert).toBeVisible();
  const desk = page.getByRole("form", { name: "Marks" });
  const lines = desk.getByRole("group", { name: /: which version stays$/ });
  const count = await lines.count();
  await expect(
    desk.getByRole("status").filter({ hasText: `0 of ${count} differences settled` }),
  ).toBeVisible();
  const feedback = desk.getByRole("group", { name: /^Feedback:/ });
  await expect(feedback).toContainText("The other column is missing.");
  await expect(feedback).toContainText("Feedback for Zofia");
  for (let n = 0; n < count; n++) {
    const line = lines.nth(n);
    const mine = line.getByRole("button", { name: /^(keep mine|Use mine)$/ });
    const isText = (await line.getByRole("button", { name: /^Join both/ }).count()) > 0;
    const theirs = line.getByRole("button", { name: "take theirs" });
    const choice = isText ? line.getByRole("button", { name: /^Join both/ }) : n === 0 ? theirs : mine;
    await press(page, choice);
    await expect(choice).toHaveAttribute("aria-pressed", "true");
    await expect(
      desk.getByRole("status").filter({ hasText: `${n + 1} of ${count} differences` }),
    ).toBeVisible();
  }
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(desk.getByRole("status")).toHaveText("Saved as a draft");
}

/**
 * The exported file as a spreadsheet of another country saves it, with other marks in one column: semicolons, decimal
 * commas, and somebody nobody knows.
 */
export function asSpreadsheet(text: string, title: string, marks: Record<string, string>): string {
  const { header, rows } = readCsv(text);
  const column = header.findIndex((name) => name.includes(title));
  expect(column).toBeGreaterThan(0);
  const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rows.map(({ cells }) =>
    cells.map((cell, place) => {
      if (place === column) return marks[cells[0] ?? ""] ?? cell.replace(".", ",");
      return /^\d+\.\d+$/.test(cell) ? cell.replace(".", ",") : cell;
    }),
  );
  const stranger = header.map((_, place) =>
    place === 0 ? "nobody@example.test" : place === column ? "1" : "",
  );
  return [header, ...lines, stranger].map((cells) => cells.map(quoted).join(";")).join("\r\n");
}

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
