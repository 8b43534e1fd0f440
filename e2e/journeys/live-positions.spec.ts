import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { answer, at, type Course, join, makeCourse, prompt, record } from "../course";
import { expect, test } from "../fixtures";
import { call } from "../scene";

interface SourceText {
  versionId: string;
  revision: number;
  title: string;
  byline: string;
  origin: string;
  language: string;
  paragraphs: { id: string; text: string; number: number | null }[];
}

const waiting = (page: Page, count: number) => page.getByRole("button", { name: `${count} new Show` });

/** The key does it as soon as the page has taken in that something waits. */
async function showByKey(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("r");
    await expect(waiting(page, count)).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

/** Listens to a stream beside the page's own; what is said gathers in the page. */
async function eavesdrop(page: Page, address: string): Promise<() => Promise<string>> {
  await page.evaluate(async (url) => {
    const heard = { text: "" };
    Object.assign(window, { heard });
    const answered = await fetch(url, { headers: { accept: "text/event-stream" } });
    const reader = answered.body?.pipeThrough(new TextDecoderStream()).getReader();
    const listen = async () => {
      for (;;) {
        const next = await reader?.read();
        if (!next || next.done) return;
        heard.text += next.value;
      }
    };
    void listen();
  }, address);
  const heard = () => page.evaluate(() => String(Reflect.get(Reflect.get(window, "heard"), "text")));
  await expect.poll(heard).toContain("event: at");
  return heard;
}

const streamOf = ({ courseId }: Course, page: string) =>
  `/api/stream?course=${courseId}&${page}&since=${Date.now()}`;

test("an answer, a reply and a piece of evidence reach the other behind the counter", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt()] });
  const promptId = at(course.prompts, 0);
  const [ada, liming] = [await join(as, course, "ada"), await join(as, course, "liming")];
  const page = `${course.path}/prompts/${promptId}?view=class`;
  await ready(ada, page);
  await ready(liming, page);

  await test.step("an answer", async () => {
    const id = await answer(ada, course, promptId, { body: "It holds because they expect to meet again." });
    await expect(waiting(liming, 1)).toBeVisible();
    await expect(liming.getByText("expect to meet again")).toHaveCount(0);
    await showByKey(liming, 1);
    await expect(liming.getByText("expect to meet again").first()).toBeVisible();
    // Her own shows at once in what else she has open.
    await expect(ada.getByText("expect to meet again").first()).toBeVisible();
    const reply = { id: uuidv7(), parentId: id, relation: "ask", body: "And who does not?" };
    await call(liming, "response.reply", { courseId: course.courseId, reply });
  });

  await test.step("a reply", async () => {
    await expect(waiting(ada, 1)).toBeVisible();
    await expect(ada.getByText("And who does not?")).toHaveCount(0);
    await waiting(ada, 1).click();
    await expect(ada.getByText("And who does not?")).toBeVisible();
  });

  await test.step("a piece of evidence, in its cell", async () => {
    await ready(liming, `${course.path}/evidence`);
    const [position, dimension] = [at(course.positions, 0), at(course.dimensions, 0)];
    const cell = liming.locator(`[data-cell="${position.id}.${dimension.id}"]`);
    await record(ada, course, { claim: "It binds few.", at: [0, 0], passage: 1, file: false });
    await record(ada, course, { claim: "It binds those who come back.", at: [0, 0], passage: 1 });
    await expect(waiting(liming, 1)).toBeVisible();
    await expect(cell).toContainText("+1");
    await expect(cell).toHaveAccessibleName(/1 new waits/);
    await showByKey(liming, 1);
    await expect(cell).toHaveAccessibleName(/1 passage/);
    await expect(cell).not.toContainText("+1");
    await record(liming, course, { claim: "They were tired of war.", at: [0, 0], passage: 0 });
    await expect(cell).toHaveAccessibleName(/2 passages/);
  });
});

test("whoever has to answer first is not told that somebody else has", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt({ postFirst: true })] });
  const promptId = at(course.prompts, 0);
  const [ada, liming] = [await join(as, course, "ada"), await join(as, course, "liming")];
  for (const page of [ines, liming]) await ready(page, `${course.path}/prompts/${promptId}?view=class`);
  const toInes = await eavesdrop(ines, streamOf(course, `prompt=${promptId}`));
  const toLiming = await eavesdrop(liming, streamOf(course, `prompt=${promptId}`));

  const id = await answer(ada, course, promptId, { body: "It binds nobody." });
  await expect.poll(toInes).toContain("event: change");
  expect(await toInes()).toContain(id);
  expect(await toInes()).not.toMatch(/binds|Ada/);
  expect(await toLiming()).not.toMatch(/event: (change|again|view)/);
  await expect(waiting(liming, 1)).toHaveCount(0);

  await answer(liming, course, promptId, { body: "It binds whoever stays." });
  await expect.poll(toLiming).toContain("event: view");
  await expect(liming.getByText("It binds nobody.").or(waiting(liming, 1)).first()).toBeVisible();
});

test("a reader is told that the text has a new version, and loads it when they like", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const { id: readingId, sourceId, path } = at(course.readings, 0);
  const liming = await join(as, course, "liming");
  await liming.goto(path);
  await expect(liming.getByText(/^Live/)).toBeVisible();

  const source = { courseId, id: sourceId };
  const { versionId: from } = await call<{ versionId: string }>(ines, "source.get", source, "query");
  const revised = await call<SourceText>(ines, "source.revise", source);
  const { title, byline, origin, language } = revised;
  const kept = revised.paragraphs.map(({ number: _, ...paragraph }) => paragraph);
  const added = { ...at(kept, 0), id: uuidv7(), text: "A note before the text." };
  const draft = { title, byline, origin, language, paragraphs: [added, ...kept], setAside: [] };
  const saved = await call<SourceText>(ines, "source.save", { ...source, revision: revised.revision, draft });
  const { versionId } = await call<SourceText>(ines, "source.publish", {
    ...source,
    revision: saved.revision,
  });

  await liming.locator('[data-n="1"]').focus();
  await liming.keyboard.press("c");
  await liming.getByRole("textbox", { name: "Your comment" }).fill("Half a thought");
  await call(ines, "source.move", { courseId, readingId, versionId, from });
  const reload = liming.getByRole("button", { name: "New version: reload" });
  await expect(reload).toBeVisible();
  await expect(liming.getByText("A note before the text.")).toHaveCount(0);
  await reload.click();
  await expect(liming.getByText("A note before the text.")).toBeVisible();
  await expect(reload).toHaveCount(0);
  expect(await liming.evaluate(() => JSON.stringify(localStorage))).toContain("Half a thought");
});
