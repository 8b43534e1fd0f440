import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "../fixtures";
import { heavyWords, hostileWords } from "../hostile-words";
import { call, makeReading, type Place } from "../scene";

async function post(page: Page, place: Place, words: string[]): Promise<void> {
  for (const body of words) {
    const comment = { id: uuidv7(), readingId: place.readingId, paragraphId: null, passage: null };
    await call(page, "comment.post", {
      courseId: place.courseId,
      comment: { ...comment, signal: null, audience: "group", body },
    });
  }
}

/** Opens every thread on the whole reading, page after page. */
async function openAll(page: Page, count: number): Promise<void> {
  await page.getByRole("button", { name: /more threads? at The whole reading/ }).click();
  const cards = page.locator(".listing").getByRole("article");
  const more = page.locator(".listing").getByRole("button", { name: "Load more" });
  await expect(cards.first()).toBeVisible();
  for (let before = -1; before !== count; ) {
    before = await cards.count();
    if (before >= count) break;
    await more.click();
    await expect.poll(() => cards.count(), { timeout: 30_000 }).toBeGreaterThan(before);
  }
  await expect(cards).toHaveCount(count);
}

test("five hundred attempts at a script come to nothing", async ({ as }) => {
  const ines = await as("ines");
  const place = await makeReading(ines);
  const ada = await as("ada");
  await post(ada, place, hostileWords);
  expect(hostileWords.length).toBeGreaterThanOrEqual(500);

  const liming = await as("liming");
  const trouble: string[] = [];
  liming.on("dialog", (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  liming.on("pageerror", (error) => trouble.push(error.message));
  liming.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  const answer = await liming.goto(place.path);
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src[^;]*'nonce-[^']+'/);
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  await openAll(liming, hostileWords.length);

  const found = await liming.evaluate(() => {
    const words = [...document.querySelectorAll(".prose")];
    const bad = words.flatMap((prose) => [
      ...prose.querySelectorAll(
        "script, iframe, object, embed, style, form, input, img, svg, math, meta, base, link",
      ),
    ]);
    const handlers = words
      .flatMap((prose) => [...prose.querySelectorAll("*")])
      .flatMap((element) => [...element.attributes])
      .filter(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data|vbscript):/i.test(value));
    return { bad: bad.map((element) => element.outerHTML), handlers: handlers.map(({ value }) => value) };
  });
  expect(found).toEqual({ bad: [], handlers: [] });
  await expect(liming).not.toHaveTitle("owned");
  expect(trouble).toEqual([]);
});

test("heavy and overflowing comments stay in their cards and let the page answer", async ({ as }) => {
  const ines = await as("ines");
  const place = await makeReading(ines);
  const ada = await as("ada");
  await post(ada, place, heavyWords);
  await ines.goto(place.path);
  await openAll(ines, heavyWords.length);
  const wide = await ines.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  const spilled = await ines.evaluate(
    () =>
      [...document.querySelectorAll(".listing article")].filter((card) => {
        const inner = [...card.querySelectorAll(".prose *")].map(
          (node) => node.getBoundingClientRect().right,
        );
        return (
          Math.max(0, ...inner) > card.getBoundingClientRect().right + 1 &&
          card.scrollWidth > card.clientWidth + 1
        );
      }).length,
  );
  expect(spilled).toBe(0);
});
