import type { Page } from "@playwright/test";
import { coveredBy } from "../data/comments";
import type { MadeReading } from "../data/course";
import type { Product } from "./product";

/** Where the product's reader shows a reading, for whom, and how it says that the highlights are painted. */
export async function readerOf(product: Product, reading: MadeReading) {
  return {
    url: `${product.address}/courses/${product.course.courseId}/readings/${reading.readingId}`,
    cookie: await product.cookie(product.course.reader),
    isPainted: `performance.getEntriesByName("glossa:painted").length > 0`,
  };
}

/** Opens the box for a comment on the first paragraph, as the keyboard does, and leaves the focus in it. */
export async function openBox(page: Page): Promise<void> {
  const box = page.locator("textarea").first();
  await page.waitForTimeout(1_500);
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await box.waitFor();
  await box.focus();
}

/** Characters of the page under a painted passage, each counted once. */
const paintedCharacters = `(() => {
  const spans = new Map();
  for (const [name, highlight] of CSS.highlights) {
    if (!/^gl-(question|insight|challenge|term|plain)$/.test(name)) continue;
    for (const range of highlight) {
      const { startContainer: node, startOffset: start } = range;
      spans.set(node, [...(spans.get(node) ?? []), [start, start + range.toString().length]]);
    }
  }
  let painted = 0;
  for (const list of spans.values()) {
    let reached = 0;
    for (const [start, end] of list.sort((a, b) => a[0] - b[0])) {
      painted += Math.max(0, end - Math.max(start, reached));
      reached = Math.max(reached, end);
    }
  }
  return painted;
})()`;

/** The middle of a painted passage that is on the screen. */
const somewherePainted = `(() => {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith("gl-")) continue;
    for (const range of highlight) {
      const box = range.getClientRects()[0];
      if (box && box.top > 200 && box.bottom < innerHeight - 200 && box.width > 40)
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
  }
  return null;
})()`;

export interface Painted {
  /** Characters that are painted, and those that people have marked. */
  painted: number;
  marked: number;
  /** From a click on a painted passage to its open thread, in ms; null when none opened. */
  clicked: number | null;
}

/** Whether what is painted is what people have marked, and whether it can be clicked. */
export async function examine(page: Page, reading: MadeReading): Promise<Painted> {
  const painted = await page.evaluate<number>(paintedCharacters);
  const place = await page.evaluate<{ x: number; y: number } | null>(somewherePainted);
  let clicked: number | null = null;
  if (place) {
    const before = performance.now();
    await page.mouse.click(place.x, place.y);
    const open = page.locator("article[aria-current=true]").first();
    await open.waitFor({ timeout: 5_000 }).then(
      () => {
        clicked = performance.now() - before;
      },
      () => {},
    );
  }
  return { painted, marked: coveredBy(reading.comments), clicked };
}
