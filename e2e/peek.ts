import { expect, type Page } from "@playwright/test";
import superjson from "superjson";
import type { Course } from "./course";

/** What somebody curious would name to the server, of what others wrote. */
export interface Found {
  promptIds: string[];
  responseIds?: string[];
  evidenceIds?: string[];
  /** A paragraph that others cite. */
  paragraph: { readingId: string; paragraphId: string };
  /** A word that only others wrote. */
  word: string;
}

type Place = Pick<Course, "courseId" | "path" | "positions" | "dimensions" | "readings">;

/** What the API answers to this question, under its name; also where it refuses. */
export async function ask(page: Page, name: string, input: object): Promise<string> {
  const sent = encodeURIComponent(JSON.stringify(superjson.serialize(input)));
  const answer = await page.request.get(`/api/trpc/${name}?input=${sent}`);
  return `${name} ${await answer.text()}`;
}

/** Every answer of the API that could tell of others, each under its name, also where it refuses. */
export async function askAll(page: Page, course: Place, found: Found): Promise<string[]> {
  const { courseId, positions, dimensions, readings } = course;
  const [a, b] = positions.map(({ id }) => id);
  const queries: [name: string, input: object][] = [
    ...["page", "labels", "unplaced", "export"].map((name): [string, object] => [`evidence.${name}`, {}]),
    ["evidence.versus", { a, b }],
    ...positions
      .slice(0, 2)
      .map(({ id }): [string, object] => [
        "evidence.cell",
        { positionId: id, dimensionId: dimensions[0]?.id },
      ]),
    ...(found.evidenceIds ?? []).flatMap((id): [string, object][] => [
      ["evidence.get", { id }],
      ["evidence.similar", { id }],
      ["evidence.history", { id }],
      ["note.list", { on: { kind: "evidence", id } }],
    ]),
    ...readings.flatMap(({ id: readingId }): [string, object][] => [
      ["citation.ofReading", { readingId }],
      ["reading.page", { readingId }],
      ["reading.search", { readingId, words: found.word }],
    ]),
    ["citation.ofParagraph", found.paragraph],
    ...found.promptIds.flatMap((promptId): [string, object][] => [
      ["prompt.page", { promptId }],
      ["response.ofPrompt", { promptId }],
      ["response.next", { promptId }],
      ["steelman.ofPrompt", { promptId }],
    ]),
    ...(found.responseIds ?? []).map((id): [string, object] => ["response.history", { id }]),
    ...["prompt.list", "prompt.progress", "prompt.passages", "prompt.unanswered"].map(
      (name): [string, object] => [name, {}],
    ),
    ...["stance.flow", "stance.journeys", "stance.moved", "stance.desk", "term.list", "course.overview"].map(
      (name): [string, object] => [name, {}],
    ),
  ];
  const told: string[] = [];
  for (const [name, input] of queries) told.push(await ask(page, name, { courseId, ...input }));
  return told;
}

/** The source of every page of the course on which others' words could stand, and of more, under its address. */
export async function sources(
  page: Page,
  course: Place,
  found: Found,
  more: readonly string[] = [],
): Promise<string[]> {
  const pages = [
    "",
    "/prompts",
    ...found.promptIds.flatMap((id) => [`/prompts/${id}`, `/prompts/${id}?view=class`]),
    "/evidence",
    "/evidence/compare",
    "/evidence/print",
    "/terms",
    ...course.readings.map(({ id }) => `/readings/${id}`),
    "/insight",
    ...more,
  ];
  const told: string[] = [];
  for (const each of pages) {
    const answer = await page.request.get(`${course.path}${each}`);
    told.push(`${each} ${await answer.text()}`);
  }
  return told;
}

/** Fails, with the words around it, where one of these words was told. */
export function tellsNothing(told: readonly string[], ...words: string[]): void {
  for (const each of told) {
    for (const word of words) {
      const place = each.indexOf(word);
      const around = place < 0 ? "" : `${each.slice(0, 60)} … ${each.slice(place - 200, place + 60)}`;
      expect.soft(around, `${each.slice(0, 40)} tells ${word}`).toBe("");
    }
  }
}

/** Opens the stream of a reading in the page; answers with a function that says what has come since. */
export async function listen(
  page: Page,
  courseId: string,
  readingId: string,
): Promise<() => Promise<string>> {
  await page.evaluate(async (url) => {
    const answer = await fetch(url, { headers: { accept: "text/event-stream" } });
    const heard = { told: "" };
    Object.assign(window, { heard });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const read = async (): Promise<void> => {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      heard.told += chunk.value;
      return read();
    };
    void read();
  }, `/api/stream?course=${courseId}&reading=${readingId}`);
  const heard = () => page.evaluate(() => (Reflect.get(window, "heard") as { told: string }).told);
  // From here on nothing is missed.
  await expect.poll(heard).toContain("event: at");
  return heard;
}
