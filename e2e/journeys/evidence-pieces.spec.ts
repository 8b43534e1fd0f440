import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { at, join, makeCourse, record } from "../course";
import { expect, test } from "../fixtures";
import { card, cell } from "../matrix";

async function more(page: Page, claim: string, what: string): Promise<void> {
  await card(page, claim)
    .getByRole("button", { name: `More for: ${claim}` })
    .click();
  await page.getByRole("menuitem", { name: what }).click();
}

test("two that say the same count once, and are taken apart again; they are discussed", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const [ada, liming] = [await join(as, course, "ada"), await join(as, course, "liming")];
  const [hers, his] = ["It binds those who meet again.", "Only who meets again is bound."];
  await record(ada, course, { claim: hers, at: [0, 1], passage: 1 });
  await record(liming, course, { claim: his, at: [0, 1], passage: 1, words: [40, 86] });
  const address = `${course.path}/evidence?cell=${at(course.positions, 0).id}.${at(course.dimensions, 1).id}`;
  await ada.goto(address);
  await expect(cell(ada, course, 0, 1)).toHaveAccessibleName(/: 2 passages/);

  await more(ada, hers, "Says the same as…");
  await ada
    .getByRole("dialog")
    .getByRole("radio", { name: new RegExp(his) })
    .check();
  await ada.getByRole("dialog").getByRole("button", { name: "Count them as one" }).click();
  await expect(cell(ada, course, 0, 1)).toHaveAccessibleName(/: 1 passage,/);
  await expect(card(ada, hers)).toHaveCount(0);
  await card(ada, his).getByText("Also said by Ada Okafor").click();
  await expect(card(ada, his).getByText(hers)).toBeVisible();

  await card(ada, his).getByRole("button", { name: "Take it out again" }).click();
  await expect(cell(ada, course, 0, 1)).toHaveAccessibleName(/: 2 passages/);
  await expect(card(ada, hers)).toBeVisible();

  await card(ada, his).getByRole("button", { name: "Discuss" }).click();
  await ada.getByLabel("Write a note").fill("Who is to meet whom?");
  await ada.keyboard.press("Control+Enter");
  await expect(card(ada, his).getByRole("listitem").getByText("Who is to meet whom?")).toBeVisible();
  await liming.goto(address);
  await card(liming, his).getByRole("button", { name: "1 note" }).click();
  await expect(card(liming, his).getByText("Who is to meet whom?")).toBeVisible();
  await card(liming, hers).getByRole("button", { name: "0 helpful" }).click();
  await expect(card(liming, hers).getByRole("button", { name: "1 helpful" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("it goes home as a table of which no word is a formula, and on paper", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const kwame = await join(as, course, "kwame");
  const formula = '=HYPERLINK("http://example.org","a, b")';
  await record(kwame, course, { claim: formula, at: [0, 0], passage: 0 });
  await record(kwame, course, { claim: "Not yet for others.", at: [0, 0], passage: 2, file: false });
  await kwame.goto(`${course.path}/evidence`);
  const arrives = kwame.waitForEvent("download");
  await kwame.getByRole("button", { name: "Download as CSV" }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.split(/\r?\n/)[0]).toMatch(/position/i);
  expect(csv).toContain(`"'=HYPERLINK(""http://example.org"",""a, b"")"`);
  for (const line of csv.split(/\r?\n/)) expect(line).not.toMatch(/(^|,)"?[=+\-@]/);

  await kwame.getByRole("link", { name: "Print" }).click();
  await kwame.waitForURL(/\/evidence\/print$/);
  await expect(kwame.getByText("All passages are here.")).toBeVisible();
  await expect(kwame.getByText(formula)).toBeVisible();
  await expect(kwame.getByText("Not yet for others.")).toHaveCount(0);
  await accessible(kwame);
  await kwame.emulateMedia({ media: "print" });
  await expect(kwame.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(kwame.getByText(formula)).toBeVisible();
});
