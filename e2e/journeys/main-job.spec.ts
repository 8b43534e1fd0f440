import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { dayInCourse } from "../course";
import { expect, openCourse, test } from "../fixtures";
import { select } from "../scene";

/** A magazine page in two columns: a real one where there is one beside the repository, else ours with the same faults. */
const real = path.resolve("../shared/sources/magazine-columns.txt");
const source = existsSync(real) ? real : path.resolve("domain/source/golden/columns.txt");

/** What a datetime-local field takes: a day from today, in the course's zone. */
const local = (days: number, time: string) => `${dayInCourse(days)}T${time}`;

async function comment(page: Page, number: number, words: string): Promise<void> {
  await select(page, { n: number, at: 0 }, { n: number, at: 28 });
  await page
    .getByRole("toolbar", { name: "With the selection" })
    .getByRole("button", { name: "Comment" })
    .click();
  await page.getByLabel("Your comment").fill(words);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
  await expect(page.getByText("sending")).toHaveCount(0);
}

test("an instructor assigns a source, students read and answer, the grade comes back", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await openCourse(ines);
  const title = `Columns ${Date.now()}`;
  const question = `What holds an alliance together? ${Date.now()}`;

  await test.step("Inés imports and publishes a source", async () => {
    await ines.goto(`${course}/sources/new`);
    await ines.getByLabel("File", { exact: true }).setInputFiles(source);
    await ines.getByRole("button", { name: "Import", exact: true }).click();
    await ines.waitForURL(/\/sources\/[^/]+\/edit/);
    await expect(ines.getByText("Set aside").first()).toBeVisible();
    await accessible(ines);
    await ines.getByLabel("Title", { exact: true }).fill(title);
    await ines.getByRole("button", { name: "Publish", exact: true }).click();
    await ines.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    await expect(ines.getByRole("link", { name: "Assign", exact: true })).toBeVisible();
  });

  await test.step("she assigns it with a prompt and a rubric", async () => {
    await ines.goto(`${course}/assignments/new`);
    await ines.getByLabel("Title", { exact: true }).fill(title);
    await ines.getByRole("group", { name: "Readings" }).getByRole("checkbox", { name: title }).check();
    await ines.getByRole("button", { name: "Add prompt" }).click();
    await ines.getByLabel("Prompt title").fill(question);
    await ines.getByLabel("Prompt text").fill("Answer from the page, with two passages.");
    await ines.getByLabel("Citations").fill("2");
    await ines.getByLabel("Opens").fill(local(-1, "08:00"));
    await ines.getByLabel("Due").fill(local(6, "23:59"));
    await ines.getByLabel("Closes").fill(local(8, "23:59"));
    await ines.getByLabel("Rubric points").fill("30");
    await ines.getByLabel("Rubric", { exact: true }).selectOption({ index: 1 });
    await accessible(ines);
    await ines.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(ines.getByText("Published", { exact: true }).first()).toBeVisible();
  });

  const ada = await as("ada");
  const liming = await as("liming");
  await test.step("Ada comments on a passage", async () => {
    await openCourse(ada);
    await ada.getByRole("link", { name: title }).click();
    await comment(ada, 2, "The photograph does half of the arguing here.");
    await accessible(ada);
  });

  await test.step("Li Ming comments on the same passage and replies to her", async () => {
    await openCourse(liming);
    await liming.getByRole("link", { name: title }).click();
    await comment(liming, 2, "And the number of pages does the other half.");
    const hers = liming.getByRole("article", { name: "Comment by Ada Okafor" });
    await hers.getByRole("button", { name: "Reply" }).click();
    await hers.getByLabel("Your reply").fill("Half of it? Then who wrote [[9 ¶1]] on the other side?");
    // It shows at once; Ada comes back to it when it has arrived.
    const arrived = liming.waitForResponse(/comment\.reply\b/);
    await hers.getByRole("button", { name: "Reply" }).click();
    await expect(hers.getByRole("listitem").getByText("Half of it? Then who wrote")).toBeVisible();
    await arrived;
  });

  await test.step("Ada sees the reply after a reload", async () => {
    await ada.reload();
    await ada
      .getByRole("article", { name: "Comment by Ada Okafor" })
      .getByRole("button", { name: "1 reply" })
      .click();
    await expect(ada.getByText("Half of it? Then who wrote")).toBeVisible();
  });

  await test.step("Ada answers the prompt with two citations", async () => {
    const kick = await ada.getByText(/Reading \d+ of \d+/i).textContent();
    const number = kick?.match(/\d+/)?.[0] ?? "";
    await ada.getByRole("navigation", { name: "Course" }).getByRole("link", { name: "Discussion" }).click();
    await ada.getByRole("link", { name: question }).click();
    await expect(ada.getByText("Still missing")).toBeVisible();
    const first = `[[${number} ¶1]]`;
    const second = `[[${number} ¶2]]`;
    await ada
      .getByLabel("Your response")
      .fill(`It begins with a meal ${first} and ends with a text ${second}, which is thin glue.`);
    await ada.getByRole("button", { name: "Post", exact: true }).click();
    await expect(ada.getByText("Posted").first()).toBeVisible();
    await accessible(ada);
  });

  await test.step("Inés grades her by the rubric and releases", async () => {
    await ines.goto(`${course}/gradebook`);
    await ines.getByRole("columnheader").filter({ hasText: title }).getByRole("link").first().click();
    await ines
      .getByRole("navigation", { name: "Grading queue" })
      .getByRole("link", { name: /Ada Okafor/ })
      .click();
    await expect(ines.getByRole("heading", { name: "Ada Okafor" })).toBeVisible();
    await expect(ines.getByText("The photograph does half of the arguing here.")).toBeVisible();
    for (const criterion of ["Close reading", "Argument", "Evidence", "Conversation"]) {
      const levels = ines.getByRole("radiogroup", { name: criterion }).getByRole("radio");
      await levels.first().focus();
      await ines.keyboard.press("4");
      await expect(levels.nth(3)).toBeChecked();
    }
    await ines
      .getByLabel("Feedback")
      .fill("You look at what is shown before you look at what is said. Now say why it matters.");
    await ines.getByRole("button", { name: "Save draft" }).click();
    await ines.getByRole("button", { name: "Release", exact: true }).click();
    await expect(ines.getByText("Released: the student sees it")).toBeVisible();
    await accessible(ines);
  });

  await test.step("Ada sees her grade and its reasons", async () => {
    await ada.goto(`${course}/grades`);
    await ada.getByRole("link", { name: new RegExp(title) }).click();
    await expect(ada.getByRole("heading", { name: "Your grade" })).toBeVisible();
    await expect(ada.getByText(/\d+ of 30/).first()).toBeVisible();
    await expect(ada.getByText("You look at what is shown")).toBeVisible();
    await accessible(ada);
  });

  await test.step("Li Ming, whose grade is not released, sees none", async () => {
    await liming.goto(`${course}/grades`);
    await expect(liming.getByRole("listitem").filter({ hasText: title })).toContainText("not yet");
  });
});
