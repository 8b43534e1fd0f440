import { expect, type Locator, type Page } from "@playwright/test";

/** Moves on with Tab until the focus is there: what Tab does not reach, the keyboard does not reach. `j` walks likewise. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: "Tab" | "Shift+Tab" | "j" = "Tab",
): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never comes to ${target}`);
}

export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

/** Writes where a key has brought the focus, and nowhere else. */
export async function typeIn(page: Page, focused: Locator, words: string): Promise<void> {
  await expect(focused).toBeFocused();
  await page.keyboard.type(words);
}
