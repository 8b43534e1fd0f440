import type { Page } from "@playwright/test";
import { at } from "../course";
import { expect, openCourse, test } from "../fixtures";
import { call } from "../scene";

/** Colours that fade in would be measured on their way. */
const still = { reducedMotion: "reduce" } as const;
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

type Accessible = (page: Page) => Promise<void>;

/** The page as it stands, in both themes and at both widths; all that is wrong with it is told at once. */
async function look(
  page: Page,
  accessible: Accessible,
  name: string,
  /** A dialog hides the page behind it, its main part and its heading with it. */
  within: "page" | "dialog" = "page",
): Promise<void> {
  await test.step(name, async () => {
    const ones = within === "page" ? 1 : 0;
    await expect(page.getByRole("main"), `${name}: one main`).toHaveCount(ones);
    await expect
      .soft(page.getByRole("heading", { level: 1 }), `${name}: one first heading`)
      .toHaveCount(ones);
    expect.soft(await page.title(), `${name}: a title of its own`).toMatch(/\S/);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const size of [desktop, phone]) {
        await page.setViewportSize(size);
        await accessible(page);
        if (size === desktop) continue;
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(over, `${name}: nothing is wider than a phone`).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewportSize(desktop);
  });
}

async function lookAt(page: Page, accessible: Accessible, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await look(page, accessible, address.replace(/[0-9a-f-]{36}/g, "…"));
  }
}

/** Where the links of the page go whose address has this form. */
async function addressesOf(page: Page, form: RegExp): Promise<string[]> {
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.filter((href) => form.test(href));
  expect(found, `a link like ${form}`).not.toEqual([]);
  return found;
}

const addressOf = async (page: Page, form: RegExp) => at(await addressesOf(page, form), 0);

async function asksForSteelman(page: Page, prompts: readonly string[]): Promise<string | undefined> {
  for (const address of prompts) {
    const [, , courseId, , promptId] = address.split("/");
    const { asked } = await call<{ asked: boolean }>(
      page,
      "steelman.ofPrompt",
      { courseId, promptId },
      "query",
    );
    if (asked) return address;
  }
}

test.describe.configure({ mode: "parallel" });

test("pages for anybody", async ({ browser, baseURL, accessible }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL, ...still });
  const page = await context.newPage();
  await lookAt(page, accessible, ["/", "/sign-in", "/sign-up", "/nowhere"]);
  await context.close();
});

test("a student's pages", async ({ as, accessible }) => {
  test.setTimeout(180_000);
  const ada = await as("ada", still);
  const course = await openCourse(ada);
  const reading = await addressOf(ada, /\/readings\/[^/]+$/);
  await lookAt(ada, accessible, ["/courses", "/courses/new", "/account", course]);

  await ada.goto(course);
  await ada.getByRole("main").getByRole("link", { name: "Ballast" }).first().click();
  await ada.getByRole("button", { name: /^Comment on ¶1\b/ }).waitFor({ state: "attached" });
  await ada.getByRole("article").getByRole("button", { name: /repl/i }).first().click();
  await expect(ada.getByLabel("Your reply")).toBeVisible();
  await look(ada, accessible, "a reading, a thread open");
  await ada.keyboard.press("Escape");
  await ada.keyboard.press("j");
  await ada.keyboard.press("c");
  await expect(ada.getByLabel("Your comment")).toBeFocused();
  await look(ada, accessible, "a reading, a comment being written");
  await lookAt(ada, accessible, [reading, `${course}/prompts`]);

  const prompt = await addressOf(ada, /\/prompts\/[^/]+$/);
  await lookAt(ada, accessible, [prompt, `${prompt}?view=class`, `${course}/evidence`, `${course}/grades`]);
  const grade = await addressOf(ada, /\/grades\/[^/]+$/);
  await lookAt(ada, accessible, [grade, `${course}/nowhere`]);
});

test("an instructor's pages", async ({ as, accessible }) => {
  test.setTimeout(180_000);
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await lookAt(ines, accessible, [course, `${course}/people`, `${course}/sources/new`, `${course}/sources`]);
  const source = await addressOf(ines, /\/sources\/[^/]+\/edit$/);
  await lookAt(ines, accessible, [source, `${course}/assignments/new`, `${course}/assignments`]);
  const assignment = await addressOf(ines, /\/assignments\/[^/]+\/edit$/);
  await lookAt(ines, accessible, [assignment, `${course}/prompts`, `${course}/gradebook`, `${course}/grade`]);
});

test("a student's pages of positions and evidence", async ({ as, accessible }) => {
  test.setTimeout(180_000);
  const ada = await as("ada", still);
  const course = await openCourse(ada);
  await ada.goto(`${course}/evidence`);
  await ada
    .getByRole("grid")
    .getByRole("button", { name: /: \d+ passages?,/ })
    .first()
    .click();
  await expect(
    ada.getByRole("complementary", { name: "Open cell" }).getByRole("article").first(),
  ).toBeVisible();
  await look(ada, accessible, "the matrix, a cell open");
  await ada.keyboard.press("e");
  await expect(ada.getByRole("form", { name: "Add evidence" })).toBeVisible();
  await look(ada, accessible, "the matrix, a piece being written");
  await lookAt(ada, accessible, [
    `${course}/evidence?scope=mine&show=empty`,
    `${course}/evidence/compare`,
    `${course}/evidence/print`,
    `${course}/frame`,
    `${course}/terms`,
  ]);
  const term = await addressOf(ada, /\/terms\/[^/]+$/);
  await lookAt(ada, accessible, [term]);

  await ada.goto(`${course}/prompts`);
  const prompts = await addressesOf(ada, /\/prompts\/[^/]+$/);
  const [prompt = "", steelman = ""] = [prompts[0], await asksForSteelman(ada, prompts)];
  await lookAt(ada, accessible, [`${prompt}?view=next`, `${steelman}?view=other`]);
  await ada.goto(prompt);
  await ada
    .getByRole("button", { name: /^State it/ })
    .first()
    .click();
  await expect(ada.getByRole("dialog", { name: "Where do you stand?" })).toBeVisible();
  await look(ada, accessible, "a stance being stated", "dialog");
});

test("an instructor's pages of positions and evidence", async ({ as, accessible }) => {
  test.setTimeout(180_000);
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await lookAt(ines, accessible, [`${course}/insight`]);
  await ines.goto(`${course}/frame`);
  await ines.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(ines.getByRole("group", { name: /^Position 1:/ })).toBeVisible();
  await look(ines, accessible, "the frame, being edited");
  await ines.goto(`${course}/terms`);
  await ines.getByRole("button", { name: "Add a term" }).click();
  await expect(ines.getByRole("dialog", { name: "A new term" })).toBeVisible();
  await look(ines, accessible, "a term being written", "dialog");
});
