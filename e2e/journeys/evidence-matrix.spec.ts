import { readFile } from "node:fs/promises";
import { devices, type Page } from "@playwright/test";
import { at, type Course, join, makeCourse, record } from "../course";
import { expect, test } from "../fixtures";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 780 }, defaultBrowserType: undefined };

const grid = (page: Page) => page.getByRole("grid", { name: "Passages, by position and dimension" });
const cell = (page: Page, { positions, dimensions }: Course, row: number, column: number) =>
  grid(page).getByRole("button", {
    name: new RegExp(`^${at(positions, row).name}, ${at(dimensions, column).name}[:]`),
  });
const card = (page: Page, claim: string) => page.getByRole("article", { name: claim, exact: true });
const panel = (page: Page) => page.getByRole("complementary", { name: "Open cell" });

async function more(page: Page, claim: string, what: string): Promise<void> {
  await card(page, claim)
    .getByRole("button", { name: `More for: ${claim}` })
    .click();
  await page.getByRole("menuitem", { name: what }).click();
}

test("the matrix is walked through, opened and added to by keys alone", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const priya = await join(as, course, "priya");
  await record(priya, course, { claim: "Nobody is bound who leaves.", at: [0, 0], passage: 1 });
  await priya.goto(`${course.path}/evidence`);

  await test.step("one stop for Tab, then the arrows, Home, End and their like", async () => {
    await expect(grid(priya).locator("button[tabindex='0']")).toHaveCount(1);
    await cell(priya, course, 0, 0).focus();
    await priya.keyboard.press("ArrowRight");
    await expect(cell(priya, course, 0, 1)).toBeFocused();
    await priya.keyboard.press("ArrowDown");
    await expect(cell(priya, course, 1, 1)).toBeFocused();
    await priya.keyboard.press("End");
    await expect(cell(priya, course, 1, 4)).toBeFocused();
    await priya.keyboard.press("ArrowRight");
    await expect(cell(priya, course, 1, 4)).toBeFocused();
    await priya.keyboard.press("PageDown");
    await expect(cell(priya, course, 4, 4)).toBeFocused();
    await priya.keyboard.press("Control+Home");
    await expect(cell(priya, course, 0, 0)).toBeFocused();
    await priya.keyboard.press("Control+End");
    await expect(cell(priya, course, 4, 4)).toBeFocused();
    await priya.keyboard.press("Home");
    await expect(cell(priya, course, 4, 0)).toBeFocused();
    await priya.keyboard.press("u");
    await expect(cell(priya, course, 4, 1)).toBeFocused();
    await expect(cell(priya, course, 4, 1)).toHaveAccessibleName(/no evidence yet/);
    await expect(grid(priya).locator("button[tabindex='0']")).toHaveCount(1);
  });

  await test.step("Enter opens, Escape gives the focus back to the cell", async () => {
    await priya.keyboard.press("Control+Home");
    await priya.keyboard.press("Enter");
    await expect(panel(priya).getByRole("heading", { level: 2 })).toBeFocused();
    await expect(card(priya, "Nobody is bound who leaves.")).toBeVisible();
    expect(new URL(priya.url()).searchParams.get("cell")).toContain(at(course.positions, 0).id);
    await priya.keyboard.press("Escape");
    await expect(cell(priya, course, 0, 0)).toBeFocused();
    expect(new URL(priya.url()).searchParams.get("cell")).toBeNull();
  });

  await test.step("e adds, in the cell that has the focus", async () => {
    await priya.keyboard.press("ArrowRight");
    await priya.keyboard.press("e");
    await expect(priya.getByRole("combobox", { name: "Passage" })).toBeFocused();
    await priya.keyboard.type("2 1");
    await expect(priya.getByRole("listbox", { name: "Passages found" })).toContainText("conductor");
    await priya.keyboard.press("Enter");
    await expect(priya.getByLabel("Claim")).toBeFocused();
    await priya.keyboard.type("Somebody has to beat time.");
    await priya.keyboard.press("Alt+3");
    await expect(priya.getByRole("radio", { name: "challenges" })).toBeChecked();
    await accessible(priya);
    await priya.keyboard.press("Control+Enter");
    await expect(card(priya, "Somebody has to beat time.")).toBeVisible();
    await expect(cell(priya, course, 0, 1)).toHaveAccessibleName(
      /1 passage, 0 support, 0 qualify, 1 challenge/,
    );
  });

  await test.step("g goes to the text, and Back keeps the focus", async () => {
    const chip = card(priya, "Somebody has to beat time.").getByRole("link");
    await chip.focus();
    await priya.keyboard.press("g");
    await priya.waitForURL(new RegExp(`${at(course.readings, 1).id}#p-`));
    await expect(priya.getByRole("group", { name: /^¶1\b/ })).toBeVisible();
    await priya.goBack();
    await expect(card(priya, "Somebody has to beat time.").getByRole("link")).toBeFocused();
    await priya.keyboard.press("Escape");
    await expect(cell(priya, course, 0, 1)).toBeFocused();
  });

  await test.step("the keys are listed", async () => {
    await priya.keyboard.press("?");
    await expect(priya.getByRole("dialog", { name: "All keys" })).toContainText("most contested");
    await priya.keyboard.press("Escape");
  });
});

test("filters stand in the address and survive a reload", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const [ada, liming] = [await join(as, course, "ada"), await join(as, course, "liming")];
  await record(ada, course, { claim: "Bound by hope.", at: [0, 0], passage: 1 });
  await record(ada, course, { claim: "Only mine.", at: [0, 0], passage: 0, file: false });
  await record(liming, course, { claim: "Not bound.", at: [0, 0], passage: 3, relation: "challenges" });
  await ada.goto(`${course.path}/evidence`);
  const first = cell(ada, course, 0, 0);
  const param = (name: string) => new URL(ada.url()).searchParams.get(name);

  await expect(first).toHaveAccessibleName(/: 2 passages, 1 support, 0 qualify, 1 challenge, evenly split/);
  await ada.getByLabel("Reading", { exact: true }).selectOption({ index: 2 });
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support, 0 qualify, 1 challenge/);
  expect(param("reading")).toBe(at(course.readings, 1).id);
  await ada.reload();
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support/);
  await ada.getByRole("button", { name: "Show all" }).click();
  await expect(first).toHaveAccessibleName(/: 2 passages/);

  await ada.getByLabel("Person").selectOption({ label: "李明 Li Ming" });
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support/);
  expect(param("by")).toBeTruthy();
  await ada.getByRole("button", { name: "Show all" }).click();

  await ada.getByRole("button", { name: "Challenges" }).click();
  await expect(first).toHaveAccessibleName(/: 1 passage, 1 support/);
  expect(param("without")).toBe("challenges");
  await expect(ada.getByText("1 of 2 passages.")).toBeVisible();
  await ada.getByRole("button", { name: "Show all" }).click();

  await ada.getByRole("group", { name: "Whose" }).getByRole("button", { name: "Mine" }).click();
  await expect(first).toHaveAccessibleName(/: 2 passages, 2 support/);
  await expect(first).toHaveAccessibleName(/1 draft/);
  expect(param("scope")).toBe("mine");
  await ada.goto(`${course.path}/evidence?show=contested`);
  await expect(ada.getByText("1 cell of 25 stands out.")).toBeVisible();
});

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

test("by touch on a phone: nothing runs off, a cell opens in a sheet, filters too", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const elif = await join(as, course, "elif", phone);
  await record(elif, course, { claim: "Bound by hope.", at: [0, 0], passage: 1 });
  await elif.goto(`${course.path}/evidence`);
  await cell(elif, course, 0, 0).tap();
  const sheet = elif.getByRole("dialog");
  await expect(sheet.getByRole("article", { name: "Bound by hope." })).toBeVisible();
  await accessible(elif);
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(cell(elif, course, 0, 0)).toBeFocused();

  await elif.getByRole("button", { name: "Filters" }).tap();
  await sheet.getByRole("button", { name: "Supports" }).tap();
  await accessible(elif);
  await sheet.getByRole("button", { name: "No passage left" }).tap();
  await expect(elif.getByText("without Supports")).toBeVisible();
  await elif.getByRole("button", { name: "Remove filter: without Supports" }).tap();
  await expect(cell(elif, course, 0, 0)).toHaveAccessibleName(/: 1 passage/);
  const over = await elif.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});
