import type { BrowserContextOptions, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { expect } from "./fixtures";
import { call, makeReading, type Place } from "./scene";

export interface Scene extends Place {
  /** Who began the thread, in a browser of her own with a good line. */
  ada: Page;
  ines: Page;
  threadId: string;
}

type As = (person: string, options?: BrowserContextOptions) => Promise<Page>;

export const card = (page: Page) => page.getByRole("article", { name: /Comment by Ada/ });
export const replies = (page: Page) => card(page).getByRole("list", { name: "Replies" });
export const reply = (page: Page) => page.getByRole("textbox", { name: "Your reply" });

/** A reading with one comment of Ada's, which nobody has answered. */
export async function scene(as: As, options?: BrowserContextOptions): Promise<Scene> {
  const ines = await as("ines", options);
  const place = await makeReading(ines);
  const ada = await as("ada", options);
  const threadId = uuidv7();
  const comment = { id: threadId, readingId: place.readingId, paragraphId: null, passage: null };
  await call(ada, "comment.post", {
    courseId: place.courseId,
    comment: { ...comment, signal: null, audience: "group", body: "Who counted the columns?" },
  });
  return { ...place, ada, ines, threadId };
}

export async function openThread(page: Page, { path: address }: Place): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(/^Live/)).toBeVisible();
  const read = page.waitForResponse(/comment\.thread\b/);
  await card(page)
    .getByRole("button", { name: /Reply|repl/ })
    .first()
    .click();
  await read;
  await expect(reply(page)).toBeVisible();
}

export async function sendReply(page: Page, words: string): Promise<void> {
  await reply(page).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(replies(page).getByText(words)).toBeVisible();
}

/** How many comments with these words the thread holds, as the server tells Ada. */
export async function standing({ ada, courseId, threadId }: Scene, words: string): Promise<number> {
  const found = await call<{ comments: { body: string }[] }>(
    ada,
    "comment.thread",
    { courseId, threadId },
    "query",
  );
  return found.comments.filter(({ body }) => body === words).length;
}

/** Arrives, and stays the only one: a second sending would follow within this time. */
export async function arrivesOnce(at: Scene, words: string): Promise<void> {
  await expect.poll(() => standing(at, words), { timeout: 60_000 }).toBe(1);
  await at.ada.waitForTimeout(2000);
  expect(await standing(at, words)).toBe(1);
}

/** The tab dies without a chance to put anything in order. */
export async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const died = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => {});
  await died;
  await page.close();
}
