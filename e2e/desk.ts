import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import { press, typeIn } from "./keys";

const participation = (page: Page) => {
  const heading = page.getByRole("heading", { name: "Participation" });
  return page.getByRole("form", { name: "Marks" }).getByRole("group").filter({ has: heading });
};

/** What is suggested for taking part comes last of all: by then the desk hears keys. */
export const deskIsThere = (page: Page) => expect(participation(page)).toContainText("suggested");

/** Gives every criterion a level, accepts what is suggested for taking part, and writes feedback; no save. */
export async function gradeByKeys(page: Page, words: string): Promise<void> {
  await deskIsThere(page);
  for (const digit of "4354") await page.keyboard.press(digit);
  await page.keyboard.press("a");
  await expect(participation(page)).toContainText("as suggested");
  await page.keyboard.press("f");
  await typeIn(page, page.getByRole("textbox", { name: "Feedback", exact: true }), words);
  await page.keyboard.press("Escape");
}

/** Somebody else reads the same student, says otherwise and saves. */
export async function gradeAlso(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await deskIsThere(page);
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

/** Says something on a paragraph as the reader lets one with keys. */
export async function commentByKeys(page: Page, place: number, words: string): Promise<void> {
  await page.getByRole("group", { name: new RegExp(`^¶${place}\\b`) }).focus();
  await page.keyboard.press("c");
  await typeIn(page, page.getByLabel("Your comment"), words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
  await expect(page.getByText("sending")).toHaveCount(0);
}
