import { devices } from "@playwright/test";
import { expect, test } from "../fixtures";
import { makeReading, select } from "../scene";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 780 }, defaultBrowserType: undefined };

const PARAGRAPHS = Array.from(
  { length: 24 },
  (_, at) =>
    `Paragraph ${at + 1} says that an order is a promise about tomorrow, and that promises are kept by those who expect to meet again, whatever the columns of the page may hold.`,
).join("\n\n");

test("by touch on a phone: choose words, comment, answer, and the text keeps its place", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines, { text: PARAGRAPHS });
  const ada = await as("ada", phone);
  await ada.goto(path);
  const ninth = ada.locator('[data-n="9"]');
  await ninth.scrollIntoViewIfNeeded();
  await expect(ninth).toBeVisible();

  await test.step("the adder is docked where a thumb reaches it", async () => {
    await select(ada, { n: 9, at: 0 }, { n: 9, at: 11 });
    const button = ada.getByRole("toolbar", { name: "With the selection" }).getByRole("button", {
      name: "Comment",
    });
    await expect(button).toBeVisible();
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan(600);
    await button.tap();
  });

  const before = await ada.evaluate(() => window.scrollY);
  await test.step("the comment is written in a sheet", async () => {
    await ada.getByRole("textbox", { name: "Your comment" }).fill("Kept by whom?");
    await accessible(ada);
    await ada.getByRole("button", { name: "Post" }).tap();
    await expect(ada.getByRole("article").getByText("Kept by whom?")).toBeVisible();
  });

  await test.step("the sheet closes and the text stands where it stood", async () => {
    await ada.getByRole("button", { name: /Close the threads/ }).tap();
    await expect(ada.getByRole("article").getByText("Kept by whom?")).toBeHidden();
    expect(Math.abs((await ada.evaluate(() => window.scrollY)) - before)).toBeLessThanOrEqual(2);
    expect(
      await ada.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });

  await test.step("its threads open from the paragraph's count, and a reply goes there", async () => {
    await ninth.getByRole("button", { name: /1 comment/ }).tap();
    const thread = ada.getByRole("article", { name: /Comment by Ada/ });
    await thread.getByRole("button", { name: "Reply" }).first().tap();
    await ada.getByRole("textbox", { name: "Your reply" }).fill("By those who meet again.");
    await ada.getByRole("button", { name: "Reply", exact: true }).last().tap();
    await expect(thread.getByRole("list").getByText("By those who meet again.")).toBeVisible();
    await accessible(ada);
  });

  await test.step("a tap on marked words opens what is said about them", async () => {
    await ada.getByRole("button", { name: /Close the threads/ }).tap();
    await ninth.locator("[data-at]").tap({ position: { x: 12, y: 10 } });
    await expect(
      ada.getByRole("list", { name: "Replies" }).getByText("By those who meet again."),
    ).toBeVisible();
  });
});
