import type { Page } from "@playwright/test";
import { at } from "./course";
import { type Accessible, expect, test } from "./fixtures";

/** Colours that fade in would be measured on their way. */
export const still = { reducedMotion: "reduce" } as const;
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The page as it stands, in both themes and at both widths; all that is wrong with it is told at once. */
export async function look(
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
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: "light" });
      await accessible(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await accessible(page, "colours");
      if (size === desktop) continue;
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${name}: nothing is wider than a phone`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(desktop);
  });
}

export async function lookAt(page: Page, accessible: Accessible, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await look(page, accessible, address.replace(/[0-9a-f-]{36}/g, "…"));
  }
}

/** Where the links of the page go whose address has this form. */
export async function addressesOf(page: Page, form: RegExp): Promise<string[]> {
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.filter((href) => form.test(href));
  expect(found, `a link like ${form}`).not.toEqual([]);
  return found;
}

export const addressOf = async (page: Page, form: RegExp) => at(await addressesOf(page, form), 0);
