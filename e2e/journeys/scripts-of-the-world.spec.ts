import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { call, makeReading, select } from "../scene";

/** A paragraph of each: right to left with digits and Latin in it, no spaces, accents put together, joined emoji. */
const TEXT = [
  "الأمن غير قابل للتجزئة، كما قيل في هلسنكي عام 1975، و\u200fNATO ليست استثناء.",
  "安全不可分割的原则写进了许多文件。它的意思却随着说话的人而改变。",
  "Le\u0301tat qui e\u0301coute n'est pas l'e\u0301tat qui obe\u0301it, disait-on a\u0300 Gene\u0300ve.",
  "They sent 👩‍👩‍👧‍👦 and 🇨🇭 and 👍🏽 instead of a treaty, and everybody understood.",
  "בִּיטָחוֹן אינו NATO, אמר השר, ואינו 1975.",
].join("\n\n");

interface Wire {
  passage: { start: number; end: number; quote: string };
  spans: { quote: string }[];
}

async function comment(page: Page, words: string): Promise<void> {
  await page.getByRole("toolbar").getByRole("button", { name: "Comment" }).click();
  await page.getByRole("textbox", { name: "Your comment" }).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
}

test("passages in any script are anchored to whole characters, where they were selected", async ({ as }) => {
  const ines = await as("ines");
  const place = await makeReading(ines, { text: TEXT });
  const ada = await as("ada");
  await ada.goto(place.path);
  await expect(ada.locator('[data-n="5"]')).toBeVisible();
  const asShown = await ada.locator("[data-n] .body").allTextContents();

  const cases = [
    { n: 1, from: 0, to: 18, words: "on the Arabic" },
    { n: 2, from: 2, to: 6, words: "on the Chinese" },
    // From inside an accented letter to inside another: both come in whole.
    { n: 3, from: 1, to: 5, words: "on the accents" },
    // From inside the family to inside the flag.
    { n: 4, from: 12, to: 26, words: "on the emoji" },
    { n: 5, from: 0, to: 9, words: "on the Hebrew" },
  ];
  for (const { n, from, to, words } of cases) {
    await select(ada, { n, at: from }, { n, at: to });
    await comment(ada, words);
  }
  await select(ada, { n: 2, at: 4 }, { n: 4, at: 4 });
  await comment(ada, "over three paragraphs");

  await expect
    .poll(async () => (await stored()).length, { message: "all have been sent" })
    .toBe(cases.length + 1);
  async function stored() {
    const { comments } = await call<{ comments: (Wire & { body: string })[] }>(
      ada,
      "comment.ofReading",
      { courseId: place.courseId, readingId: place.readingId },
      "query",
    );
    return comments;
  }
  const comments = await stored();
  const segments = new Intl.Segmenter("und", { granularity: "grapheme" });
  for (const { n, words } of cases) {
    const found = comments.find(({ body }) => body === words);
    const text = asShown[n - 1] ?? "";
    const { start, end, quote } = found?.passage ?? { start: 0, end: 0, quote: "" };
    expect(text.slice(start, end), words).toBe(quote);
    const edges = new Set([...segments.segment(text)].map(({ index }) => index).concat(text.length));
    expect([edges.has(start), edges.has(end)], words).toEqual([true, true]);
  }
  const long = comments.find(({ body }) => body === "over three paragraphs");
  expect(long?.spans.length).toBe(2);
  expect([long?.passage.quote, ...(long?.spans ?? []).map(({ quote }) => quote)].join("¶")).toBe(
    `${asShown[1]?.slice(4)}¶${asShown[2]}¶${asShown[3]?.slice(0, 4)}`,
  );

  await test.step("painted on the same words after a reload", async () => {
    await ada.reload();
    await expect
      .poll(() =>
        ada.evaluate(() => {
          const ranges = [...(CSS.highlights.get("gl-plain") ?? [])];
          return ranges.map((range) => range.toString()).filter((words) => words !== "").length;
        }),
      )
      .toBeGreaterThanOrEqual(6);
    const painted = await ada.evaluate(() =>
      [...(CSS.highlights.get("gl-plain") ?? [])].map((range) => range.toString()),
    );
    for (const { words } of cases.slice(0, 2)) {
      const quote = comments.find(({ body }) => body === words)?.passage.quote ?? "";
      expect(
        painted.some((piece) => piece.includes(quote)),
        words,
      ).toBe(true);
    }
  });

  await test.step("each paragraph has its language and direction", async () => {
    await expect(ada.locator('[data-n="1"] .body')).toHaveCSS("direction", "rtl");
    await expect(ada.locator('[data-n="2"] .body')).toHaveCSS("direction", "ltr");
    await expect(ada.locator('[data-n="5"] .body')).toHaveCSS("direction", "rtl");
  });
});
