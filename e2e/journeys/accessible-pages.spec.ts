import type { Page } from "@playwright/test";
import { join, makeCourse, prompt } from "../course";
import { expect, openCourse, test } from "../fixtures";
import { choose } from "../grading";
import { addressesOf, addressOf, look, lookAt, still } from "../look";
import { call } from "../scene";
import { comment } from "../talk";

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

/** Unfolds whatever is folded. */
const openAll = (page: Page) =>
  page.locator("details").evaluateAll((folded) => {
    for (const each of folded) each.setAttribute("open", "");
  });

/** A file of marks with something in it that changes, something that does not and something that is no mark. */
function altered(csv: string): string {
  const [head = "", ...rows] = csv.split(/\r?\n/);
  return [head, ...rows.map((row, at) => row.replace(/\d+(\.\d+)?(?=,)/, at % 2 ? "1" : "=1+1"))].join("\n");
}

test.describe.configure({ mode: "parallel" });

test("pages for anybody", async ({ browser, baseURL, accessible }) => {
  const context = await browser.newContext({ baseURL, ...still });
  const page = await context.newPage();
  await lookAt(page, accessible, [
    "/",
    "/sign-in",
    "/sign-up",
    "/nowhere",
    "/unsubscribe?token=another",
    "/unsubscribe?done=1",
  ]);
  await context.close();
});

test("a student's pages", async ({ as, accessible }) => {
  const ada = await as("ada", still);
  const course = await openCourse(ada);
  const reading = await addressOf(ada, /\/readings\/[^/]+$/);
  await lookAt(ada, accessible, ["/courses", "/courses/new", "/account", "/notifications", course]);

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
  await lookAt(ada, accessible, [`${course}/nowhere`]);
});

test("an instructor's pages", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await lookAt(ines, accessible, [course, `${course}/people`, `${course}/sources/new`, `${course}/sources`]);
  const source = await addressOf(ines, /\/sources\/[^/]+\/edit$/);
  await lookAt(ines, accessible, [source, `${course}/assignments/new`, `${course}/assignments`]);
  const assignment = await addressOf(ines, /\/assignments\/[^/]+\/edit$/);
  await lookAt(ines, accessible, [assignment, `${course}/prompts`, `${course}/gradebook`, `${course}/grade`]);
});

test("a student's pages of positions and evidence", async ({ as, accessible }) => {
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
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await ines.goto(`${course}/frame`);
  await ines.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(ines.getByRole("group", { name: /^Position 1:/ })).toBeVisible();
  await look(ines, accessible, "the frame, being edited");
  await ines.goto(`${course}/terms`);
  await ines.getByRole("button", { name: "Add a term" }).click();
  await expect(ines.getByRole("dialog", { name: "A new term" })).toBeVisible();
  await look(ines, accessible, "a term being written", "dialog");
});

test("a student's grades, and what is under the bell", async ({ as, accessible }) => {
  const ada = await as("ada", still);
  const course = await openCourse(ada);
  await ada.getByRole("button", { name: /^Notifications/ }).click();
  await expect(
    ada.getByRole("dialog", { name: "Notifications" }).getByRole("listitem").first(),
  ).toBeVisible();
  await look(ada, accessible, "a course, the bell's panel open");
  await ada.goto(`${course}/grades`);
  for (const grade of await addressesOf(ada, /\/grades\/[^/]+$/)) {
    await ada.goto(grade);
    await openAll(ada);
    await ada.getByRole("button", { name: /^Ask to look again|^Write again/ }).click();
    await look(ada, accessible, "a grade, all of it unfolded");
  }
});

test("an assignment in the editor, everything open", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await makeCourse(ines, { prompts: [prompt()], draft: { participationPoints: "4" } });
  const liming = await join(as, course, "liming");
  await comment(liming, course, "Nobody spoke of the treaty.");
  await ines.goto(`${course.path}/assignments/${course.assignmentId}/edit`);
  const form = ines.getByRole("form", { name: "Assignment" });
  await ines.getByRole("button", { name: /^Reading/ }).click();
  await choose(ines, "Late policy", "Steps");
  await form.getByRole("radio", { name: /^Post first/ }).check();
  await form.getByRole("radio", { name: /^By alias/ }).check();
  await form.getByRole("switch", { name: "Grade blind" }).check();
  await ines.getByLabel("Rubric", { exact: true }).selectOption("A new rubric");
  await ines.getByRole("button", { name: "Change the rubric" }).click();
  await ines.getByRole("button", { name: "Give an extension" }).click();
  await ines.getByRole("spinbutton", { name: "Citations", exact: true }).fill("2");
  await openAll(ines);
  await expect(ines.getByRole("checkbox", { name: "I have read whom this touches" })).toBeVisible();
  await look(ines, accessible, "the editor, everything open and changed");
  await ines.getByRole("button", { name: /^More for/ }).click();
  await ines.getByRole("menuitem", { name: "Copy…" }).click();
  await expect(ines.getByRole("dialog", { name: /^Copy/ })).toBeVisible();
  await look(ines, accessible, "the copy of an assignment", "dialog");
  await ines.goto(`${course.path}/assignments/new`);
  await choose(ines, "Who talks with whom", "Groups of");
  await choose(ines, "Late policy", "% a day");
  await ines.getByRole("button", { name: "Add prompt" }).click();
  await ines.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(ines.getByText("Give it a title.").first()).toBeVisible();
  await look(ines, accessible, "a new assignment that lacks something");
});

test("the class in groups", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await lookAt(ines, accessible, [`${course}/people/groups?set=sections`, `${course}/people/groups`]);
  await ines.getByRole("button", { name: "Settings", exact: true }).click();
  await look(ines, accessible, "the settings of a set", "dialog");
  await ines.keyboard.press("Escape");
  await ines.getByRole("button", { name: "New set of groups" }).click();
  await expect(ines.getByRole("dialog", { name: "New set of groups" })).toBeVisible();
  await look(ines, accessible, "a new set of groups", "dialog");
});

test("the gradebook, a file read and the weights open", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  const courseId = course.split("/").at(-1) ?? "";
  const { csv } = await call<{ csv: string }>(ines, "gradebook.export", { courseId }, "query");
  await ines.goto(`${course}/gradebook`);
  await ines
    .getByLabel("File of marks")
    .setInputFiles({ name: "marks.csv", mimeType: "text/csv", buffer: Buffer.from(altered(csv)) });
  await expect(ines.getByText("What would change")).toBeVisible();
  await look(ines, accessible, "the gradebook, a file of marks read");
  await ines.getByRole("button", { name: "Weights" }).click();
  const weights = ines.getByRole("dialog", { name: "What counts how much" });
  await weights.getByRole("button", { name: "Add a category" }).click();
  await look(ines, accessible, "the weights of the gradebook", "dialog");
});

test("the grading bench, by student and by prompt", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await ines.goto(`${course}/grade`);
  await ines.waitForURL(/\/grade\/[^/]+\?/);
  const bench = new URL(ines.url()).pathname;
  await openAll(ines);
  await look(ines, accessible, "the bench, all of it unfolded");
  await ines.getByRole("button", { name: "Phrases" }).click();
  await expect(ines.getByRole("dialog", { name: "Phrases" })).toBeVisible();
  await look(ines, accessible, "phrases at hand", "dialog");
  await ines.goto(`${bench}?by=prompt`);
  await expect(ines.getByRole("main")).toBeVisible();
  await look(ines, accessible, "the bench, by prompt");
  await ines.getByRole("button", { name: "Share out" }).click();
  await expect(ines.getByRole("dialog", { name: "Share out the grading" })).toBeVisible();
  await look(ines, accessible, "the grading shared out", "dialog");
});

test("every part of insight, as tables, with a letter begun", async ({ as, accessible }) => {
  const ines = await as("ines", still);
  const course = await openCourse(ines);
  await ines.goto(`${course}/insight`);
  await look(ines, accessible, "insight, as pictures");
  for (const table of await ines.getByRole("main").getByRole("button", { name: "Table", exact: true }).all())
    await table.click();
  await ines
    .getByRole("checkbox", { name: /students?$/ })
    .first()
    .check();
  await openAll(ines);
  await look(ines, accessible, "insight, as tables");
});

/** What of the page lies over the element that has the focus, at three places of it; undefined where it can be seen. */
const coverOfFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused.closest(".bar")) return;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const over = [0.1, 0.5, 0.9].map((part) =>
      document.elementFromPoint(left + width * part, top + height * part)?.closest(".bar, .foot"),
    );
    return over.every(Boolean) ? `${focused.textContent} under ${over[0]?.className}` : undefined;
  });

test("what has the focus is never under the bars", async ({ as }) => {
  test.setTimeout(180_000);
  const ada = await as("ada", still);
  const course = await openCourse(ada);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await ada.setViewportSize(size);
    for (const address of [course, `${course}/evidence/compare`, "/notifications"]) {
      await ada.goto(address);
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let presses = 0; presses < 35; presses++) {
          await ada.keyboard.press(key);
          expect.soft(await coverOfFocus(ada), `${address}, ${key}`).toBeUndefined();
        }
      }
    }
  }
});
