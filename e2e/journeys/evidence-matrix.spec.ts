import { devices } from "@playwright/test";
import { at, type Course, join, makeCourse, record } from "../course";
import { expect, test } from "../fixtures";
import { card, cell, grid, panel } from "../matrix";
import { call, makeReading } from "../scene";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 780 }, defaultBrowserType: undefined };

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
    await expect(priya).toHaveURL(new RegExp(`[?&]cell=${at(course.positions, 0).id}`));
    await priya.keyboard.press("Escape");
    await expect(cell(priya, course, 0, 0)).toBeFocused();
    await expect(priya).not.toHaveURL(/[?&]cell=/);
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
  const param = (name: string) => expect.poll(() => new URL(ada.url()).searchParams.get(name));

  await expect(first).toHaveAccessibleName(/: 2 passages, 1 support, 0 qualify, 1 challenge, evenly split/);
  await ada.getByLabel("Reading", { exact: true }).selectOption({ index: 2 });
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support, 0 qualify, 1 challenge/);
  await param("reading").toBe(at(course.readings, 1).id);
  await ada.reload();
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support/);
  await ada.getByRole("button", { name: "Show all" }).click();
  await expect(first).toHaveAccessibleName(/: 2 passages/);

  await ada.getByLabel("Person").selectOption({ label: "李明 Li Ming" });
  await expect(first).toHaveAccessibleName(/: 1 passage, 0 support/);
  await param("by").toBeTruthy();
  await ada.getByRole("button", { name: "Show all" }).click();

  await ada.getByRole("button", { name: "Challenges" }).click();
  await expect(first).toHaveAccessibleName(/: 1 passage, 1 support/);
  await param("without").toBe("challenges");
  await expect(ada.getByText("1 of 2 passages.")).toBeVisible();
  await ada.getByRole("button", { name: "Show all" }).click();

  await ada.getByRole("group", { name: "Whose" }).getByRole("button", { name: "Mine" }).click();
  await expect(first).toHaveAccessibleName(/: 2 passages, 2 support/);
  await expect(first).toHaveAccessibleName(/1 draft/);
  await param("scope").toBe("mine");
  await ada.goto(`${course.path}/evidence?show=contested`);
  await expect(ada.getByText("1 cell of 25 stands out.")).toBeVisible();
});

test("mine, my group's and the class's", async ({ as }) => {
  const ines = await as("ines");
  const place = await makeReading(ines, { groups: true });
  const [ada, liming, aigerim] = [await as("ada"), await as("liming"), await as("aigerim")];
  const { courseId, readingId } = place;
  const frame = await call<Pick<Course, "positions" | "dimensions">>(
    ada,
    "frame.page",
    { courseId },
    "query",
  );
  const all = await call<Course["passages"]>(ada, "prompt.passages", { courseId }, "query");
  const passages = all.filter((passage) => passage.readingId === readingId);
  const course = { courseId, ...frame, passages };
  await record(ada, course, { claim: "Ada's.", at: [0, 0], passage: 0 });
  await record(liming, course, { claim: "Of her group.", at: [0, 0], passage: 1 });
  await record(aigerim, course, { claim: "Of another group.", at: [0, 0], passage: 2 });
  await ada.goto(`/courses/${courseId}/evidence?reading=${readingId}`);
  const first = cell(ada, course, 0, 0);
  const whose = ada.getByRole("group", { name: "Whose" });
  await expect(first).toHaveAccessibleName(/: 3 passages, 3 support/);
  await whose.getByRole("button", { name: "Group B" }).click();
  await expect(first).toHaveAccessibleName(/: 2 passages, 2 support/);
  await whose.getByRole("button", { name: "Mine" }).click();
  await expect(first).toHaveAccessibleName(/: 1 passage, 1 support/);
  await ines.goto(`/courses/${courseId}/evidence?reading=${readingId}&scope=group`);
  await ines.getByLabel("Group", { exact: true }).selectOption({ label: "Group C" });
  await expect(cell(ines, course, 0, 0)).toHaveAccessibleName(/: 1 passage, 1 support/);
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
