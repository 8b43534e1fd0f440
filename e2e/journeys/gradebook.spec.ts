import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { gradeOf, joinAll, makeAssignment, members, saveMark } from "../grading";
import { tabTo, typeIn } from "../keys";
import { call } from "../scene";

const cellOf = (page: Page, name: string, title: string) =>
  page.getByRole("button", { name: new RegExp(`^${name}, ${title}`) });
const fieldOf = (page: Page, name: string, title: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${name}, ${title}: points of 10`) });

test("marks are entered cell by cell with keys, and none is written over unseen", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const { rafael } = await joinAll(as, course, ["chloe", "rafael", "wanjiru"]);
  const assignmentId = await makeAssignment(course, "Essay");
  const ids = new Map((await members(course)).map(({ id, name }) => [name, id]));
  const placeOf = (name: string) => ({ courseId, assignmentId, studentId: ids.get(name) ?? "" });
  const cell = (name: string) => cellOf(ines, name, "Essay");

  await ines.goto(`${course.path}/gradebook`);
  await test.step("points, missing and excused, one below the other", async () => {
    await tabTo(ines, cellOf(ines, "Chloé Tremblay", "Two texts"));
    await ines.keyboard.press("ArrowRight");
    await expect(cell("Chloé Tremblay")).toBeFocused();
    await ines.keyboard.press("1");
    await typeIn(ines, fieldOf(ines, "Chloé Tremblay", "Essay"), "2");
    await ines.keyboard.press("Enter");
    await expect(ines.getByRole("alert").filter({ hasText: "More than the 10" })).toBeVisible();
    await ines.keyboard.press("Backspace");
    await ines.keyboard.press("Backspace");
    await typeIn(ines, fieldOf(ines, "Chloé Tremblay", "Essay"), "8,5");
    await ines.keyboard.press("Enter");
    await expect(cell("Rafael Monteiro")).toBeFocused();
    await ines.keyboard.press("m");
    await ines.keyboard.press("ArrowDown");
    await expect(cell("Wanjiru Kamau")).toBeFocused();
    await ines.keyboard.press("x");
    await expect(cell("Chloé Tremblay")).toHaveAccessibleName(/draft, 8\.5/);
    await expect(cell("Rafael Monteiro")).toHaveAccessibleName(/draft, 0, missing/);
    await expect(cell("Wanjiru Kamau")).toHaveAccessibleName(/excused/);
    await accessible(ines);
  });

  await test.step("what somebody else saved meanwhile is not written over, and what was typed stays", async () => {
    await cell("Chloé Tremblay").focus();
    await saveMark(ines, placeOf("Chloé Tremblay"), "6");
    await ines.keyboard.press("9");
    await expect(fieldOf(ines, "Chloé Tremblay", "Essay")).toHaveValue("9");
    await ines.keyboard.press("Enter");
    const failed = ines.getByRole("listitem").filter({ hasText: "9 was not saved." });
    await expect(failed).toContainText("Nothing was overwritten.");
    expect((await gradeOf(ines, placeOf("Chloé Tremblay")))?.total).toBe("6");
    await expect(cell("Chloé Tremblay")).toHaveAccessibleName(/draft, 6/);
    await failed.getByRole("button", { name: "Enter 9 now" }).click();
    await expect(cell("Chloé Tremblay")).toHaveAccessibleName(/draft, 9/);
    await expect(failed).toHaveCount(0);
  });

  await test.step("a mark that a student has seen changes with a reason", async () => {
    await saveMark(ines, placeOf("Rafael Monteiro"), "7", true);
    await ines.reload();
    await tabTo(ines, cellOf(ines, "Chloé Tremblay", "Two texts"));
    await ines.keyboard.press("ArrowRight");
    await ines.keyboard.press("ArrowDown");
    await ines.keyboard.press("8");
    await ines.keyboard.press("Enter");
    const dialog = ines.getByRole("dialog", { name: "Rafael Monteiro, Essay" });
    await expect(dialog.getByRole("button", { name: "Change" })).toBeDisabled();
    await tabTo(ines, dialog.getByLabel("Reason"));
    await ines.keyboard.type("One answer was overlooked.");
    await tabTo(ines, dialog.getByRole("button", { name: "Change" }));
    await ines.keyboard.press("Enter");
    await expect(cell("Rafael Monteiro")).toHaveAccessibleName(/released, 8/);
    await rafael.goto(`${course.path}/grades/${assignmentId}`);
    await expect(rafael.getByText("8 of 10").first()).toBeVisible();
    await expect(rafael.getByText("One answer was overlooked.")).toBeVisible();
  });

  await test.step("what they see holds no draft", async () => {
    await ines.getByRole("button", { name: "What they see" }).click();
    await expect(cell("Rafael Monteiro")).toHaveAccessibleName(/released, 8/);
    await expect(cell("Chloé Tremblay")).toHaveAccessibleName(/not yet$/);
    await expect(cell("Chloé Tremblay")).not.toContainText("9");
    await ines.getByRole("button", { name: "All I know" }).click();
    await expect(cell("Chloé Tremblay")).toContainText("9");
  });
});

test("categories and the lowest left out change what there is so far", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const { chloe } = await joinAll(as, course, ["chloe"]);
  const [studentId = ""] = (await members(course)).flatMap(({ id, role }) =>
    role === "student" ? [id] : [],
  );
  const [weekly, final] = [uuidv7(), uuidv7()];
  const category = (id: string, name: string, weight: string) => ({ id, name, weight, dropLowest: 0 });
  const book = await call<{ categories: { version: number } }>(
    ines,
    "gradebook.table",
    { courseId },
    "query",
  );
  await call(ines, "gradebook.saveCategories", {
    courseId,
    version: book.categories.version,
    categories: [category(weekly, "Weekly", "50"), category(final, "Final", "50")],
  });
  for (const [title, categoryId, points] of [
    ["Week 1", weekly, "2"],
    ["Week 2", weekly, "8"],
    ["Paper", final, "6"],
  ] as const) {
    const assignmentId = await makeAssignment(course, title, { categoryId });
    await saveMark(ines, { courseId, assignmentId, studentId }, points, true);
  }

  await ines.goto(`${course.path}/gradebook`);
  const row = ines.getByRole("row", { name: /^Chloé Tremblay/ });
  await expect(row).toContainText("55 %");
  await ines.getByRole("button", { name: "Weights" }).click();
  const dialog = ines.getByRole("dialog", { name: "What counts how much" });
  await dialog.getByLabel("How many of the lowest of Weekly are left out").fill("1");
  await dialog.getByLabel("Weight of Weekly in per cent").fill("75");
  await dialog.getByLabel("Weight of Final in per cent").fill("25");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("75 %");
  await expect(ines.getByRole("columnheader", { name: /^Weekly/ })).toContainText("75 %, lowest left out");

  await chloe.goto(`${course.path}/grades`);
  await expect(chloe.getByText("So far 75 %")).toBeVisible();
  await expect(chloe.getByRole("listitem").filter({ hasText: "Week 1" })).toContainText(
    "left out, as the lowest",
  );
});

test("on a phone the gradebook is one student at a time", async ({ as, accessible }) => {
  const ines = await as("ines", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const course = await makeCourse(ines);
  await joinAll(as, course, ["chloe", "rafael"]);
  await ines.goto(`${course.path}/gradebook`);
  const one = ines.getByRole("region", { name: "One student" });
  await expect(one.getByRole("heading", { name: "Chloé Tremblay" })).toBeVisible();
  await expect(one.getByText("1 of 2")).toBeVisible();
  await one.getByRole("button", { name: "Next student" }).tap();
  await expect(one.getByRole("heading", { name: "Rafael Monteiro" })).toBeVisible();
  await one.getByRole("button", { name: /^Two texts: .*Change it$/ }).tap();
  await one.getByRole("textbox", { name: /^Rafael Monteiro, Two texts/ }).fill("7.5");
  await accessible(ines);
  await one.getByRole("button", { name: "Save" }).tap();
  await expect(one.getByRole("button", { name: "Two texts: 7.5. Change it" })).toBeVisible();
  await expect(one.getByRole("heading", { name: "Rafael Monteiro" })).toBeVisible();
  await expect(one.getByRole("button", { name: /^Two texts/ })).toBeFocused();
  await one.getByRole("button", { name: /^Two texts/ }).tap();
  await one.getByRole("textbox", { name: /^Rafael Monteiro, Two texts/ }).fill("9");
  await ines.reload();
  await ines
    .getByRole("listitem")
    .filter({ hasText: "9 was not saved." })
    .getByRole("button", { name: "Enter 9 now" })
    .tap();
  await expect(one.getByRole("heading", { name: "Rafael Monteiro" })).toBeVisible();
  await expect(one.getByRole("button", { name: "Two texts: 9. Change it" })).toBeFocused();
  const wide = await ines.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test("a mark that is typed outlives the page, and the last one is taken back by a key", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  await joinAll(as, course, ["chloe", "rafael"]);
  const assignmentId = await makeAssignment(course, "Essay");
  const ids = new Map((await members(course)).map(({ id, name }) => [name, id]));
  const placeOf = (name: string) => ({ courseId, assignmentId, studentId: ids.get(name) ?? "" });
  const cell = (name: string) => cellOf(ines, name, "Essay");
  const field = (name: string) => fieldOf(ines, name, "Essay");
  const unsaved = (text: string) => ines.getByRole("listitem").filter({ hasText: text });
  const [chloe, rafael] = ["Chloé Tremblay", "Rafael Monteiro"] as const;
  const toEssay = async () => {
    await tabTo(ines, cellOf(ines, chloe, "Two texts"));
    await ines.keyboard.press("ArrowRight");
    await expect(cell(chloe)).toBeFocused();
  };

  await ines.goto(`${course.path}/gradebook`);
  await test.step("what was typed when the page went is offered, and its cell has the focus then", async () => {
    await toEssay();
    await ines.keyboard.press("8");
    await typeIn(ines, field(chloe), ".5");
    await ines.reload();
    await expect(unsaved("8.5 was not saved.")).toContainText("It was typed here before.");
    await unsaved("8.5 was not saved.").getByRole("button", { name: "Enter 8.5 now" }).press("Enter");
    await expect(cell(chloe)).toBeFocused();
    await expect(cell(chloe)).toHaveAccessibleName(/draft, 8\.5/);
    await expect(unsaved("was not saved.")).toHaveCount(0);
    await ines.reload();
    await expect(cell(chloe)).toHaveAccessibleName(/draft, 8\.5/);
    await expect(unsaved("was not saved.")).toHaveCount(0);
  });

  await test.step("what cannot be a mark is kept with its fault, and is corrected in its cell", async () => {
    await toEssay();
    await ines.keyboard.press("2");
    await typeIn(ines, field(chloe), "3");
    await ines.getByRole("searchbox", { name: "Find a student" }).click();
    await expect(unsaved("23 was not saved.")).toContainText("More than the 10 it is worth.");
    await ines.getByRole("searchbox", { name: "Find a student" }).pressSequentially("chl");
    await expect(ines.getByRole("searchbox", { name: "Find a student" })).toHaveValue("chl");
    await ines.reload();
    await unsaved("23 was not saved.").getByRole("button", { name: "Correct it" }).press("Enter");
    await expect(field(chloe)).toBeFocused();
    await expect(field(chloe)).toHaveValue("23");
    await ines.keyboard.press("Escape");
    await expect(cell(chloe)).toBeFocused();
    await expect(unsaved("was not saved.")).toHaveCount(0);
  });

  await test.step("a mark that could not be sent is there after a reload, with what was changed meanwhile", async () => {
    await ines.route("**/api/trpc/gradebook.setMarks*", (route) => route.abort());
    await ines.keyboard.press("7");
    await typeIn(ines, field(chloe), "");
    await ines.keyboard.press("Enter");
    await expect(unsaved("7 was not saved.")).toBeVisible();
    await ines.unroute("**/api/trpc/gradebook.setMarks*");
    await saveMark(ines, placeOf(chloe), "6");
    await ines.reload();
    await expect(unsaved("7 was not saved.")).toContainText("Somebody saved 6 here meanwhile.");
    await unsaved("7 was not saved.").getByRole("button", { name: "Leave it" }).press("Enter");
    await expect(cell(chloe)).toBeFocused();
    await ines.reload();
    await expect(cell(chloe)).toHaveAccessibleName(/draft, 6/);
    await expect(unsaved("was not saved.")).toHaveCount(0);
  });

  await test.step("leaving a cell enters what was typed in it", async () => {
    await toEssay();
    await ines.keyboard.press("9");
    await expect(field(chloe)).toHaveValue("9");
    await cell(rafael).click();
    await expect(cell(rafael)).toBeFocused();
    await expect(cell(chloe)).toHaveAccessibleName(/draft, 9/);
  });

  await test.step("Ctrl+Z takes back the last mark, and then the one before", async () => {
    await ines.keyboard.press("4");
    await expect(field(rafael)).toHaveValue("4");
    await ines.keyboard.press("Enter");
    await expect(cell(rafael)).toHaveAccessibleName(/draft, 4/);
    await expect(cell(rafael)).toBeFocused();
    await ines.keyboard.press("ControlOrMeta+z");
    await expect(cell(rafael)).not.toHaveAccessibleName(/draft, 4/);
    await expect(cell(rafael)).toBeFocused();
    await ines.keyboard.press("ControlOrMeta+z");
    await expect(cell(chloe)).toHaveAccessibleName(/draft, 6/);
    await expect(cell(chloe)).toBeFocused();
    await ines.keyboard.press("ControlOrMeta+z");
    await expect(ines.getByText("Nothing of yours to undo on this page.")).toBeVisible();
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("6");
    await ines.keyboard.press("?");
    await expect(ines.getByRole("dialog")).toContainText("undo my last mark");
  });
});

test("the focus stays with a student, whatever is sorted, left out or scrolled away", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  await joinAll(as, course, ["chloe", "rafael", "wanjiru"]);
  await makeAssignment(course, "Essay");
  const cell = (name: string) => cellOf(ines, name, "Essay");
  const names = () => ines.getByRole("grid").getByRole("rowheader").allTextContents();
  await ines.goto(`${course.path}/gradebook`);
  const grid = ines.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "5");
  await expect(grid).toHaveAttribute("aria-colcount", "5");
  await expect(ines.getByRole("row", { name: /^Rafael/ })).toHaveAttribute("aria-rowindex", "3");

  await test.step("when totals set them in another order", async () => {
    await ines.getByRole("button", { name: "So far" }).click();
    await cell("Wanjiru Kamau").click();
    await ines.keyboard.press("9");
    await expect(fieldOf(ines, "Wanjiru Kamau", "Essay")).toHaveValue("9");
    await ines.keyboard.press("Enter");
    await expect(cell("Wanjiru Kamau")).toHaveAccessibleName(/draft, 9/);
    await expect.poll(names).toEqual(expect.arrayContaining(["Wanjiru Kamau"]));
    await expect.poll(async () => (await names())[0]).toBe("Wanjiru Kamau");
    await expect(cell("Wanjiru Kamau")).toBeFocused();
    await ines.keyboard.press("ArrowDown");
    await expect(cell("Chloé Tremblay")).toBeFocused();
    await ines.keyboard.press("Control+Home");
    await expect(cellOf(ines, "Wanjiru Kamau", "Two texts")).toBeFocused();
    await ines.keyboard.press("Control+End");
    await expect(cell("Rafael Monteiro")).toBeFocused();
  });

  await test.step("and never lies under the head, the names or the foot", async () => {
    await ines.setViewportSize({ width: 900, height: 460 });
    const isClear = () =>
      ines.evaluate(() => {
        const here = document.activeElement;
        const { x, y, width, height } = here?.getBoundingClientRect() ?? new DOMRect();
        const on = document.elementFromPoint(x + width / 2, y + height / 2);
        return here?.hasAttribute("data-cell") === true && here.contains(on);
      });
    for (const key of [
      "ArrowUp",
      "ArrowUp",
      "ArrowDown",
      "Home",
      "Control+End",
      "Control+Home",
      "PageDown",
    ]) {
      await ines.keyboard.press(key);
      await expect.poll(isClear, key).toBe(true);
    }
    await ines.setViewportSize({ width: 1280, height: 720 });
    await ines.keyboard.press("Control+End");
    await expect(cell("Rafael Monteiro")).toBeFocused();
  });

  await test.step("when a filter no longer shows them", async () => {
    await ines.keyboard.press("m");
    await expect(cell("Rafael Monteiro")).toHaveAccessibleName(/missing/);
    await ines.getByRole("button", { name: /^Missing/ }).click();
    await expect(ines.getByRole("grid").getByRole("rowheader", { name: "Rafael Monteiro" })).toBeVisible();
    await cell("Rafael Monteiro").click();
    await ines.keyboard.press("ControlOrMeta+z");
    await expect(ines.getByText("Nobody fits this search.").first()).toBeVisible();
    await ines.getByRole("button", { name: /^Missing/ }).click();
    await expect(cell("Rafael Monteiro")).toBeVisible();
  });
});

test("a file says what is wrong with it, and what became of each mark", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  await joinAll(as, course, ["chloe", "rafael"]);
  const assignmentId = await makeAssignment(course, "Essay");
  const ids = new Map((await members(course)).map(({ id, name }) => [name, id]));
  const [chloe = "", rafael = ""] = [ids.get("Chloé Tremblay"), ids.get("Rafael Monteiro")];
  const placeOf = (studentId: string) => ({ courseId, assignmentId, studentId });
  const choose = (name: string, content: Buffer | string) =>
    ines
      .getByLabel("File of marks")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  const panel = (name: string) => ines.getByRole("complementary", { name });
  await ines.goto(`${course.path}/gradebook`);

  await test.step("before anything is read", async () => {
    const wrong: [string, Buffer | string, RegExp][] = [
      ["large.csv", Buffer.alloc(10 * 1024 * 1024, "student id,#2\n"), /larger than 2 MiB/],
      ["sheet.xlsx", Buffer.from("PK\u0003\u0004\0\0\0", "latin1"), /Save the sheet as CSV/],
      ["empty.csv", "\ufeff \n", /The file is empty/],
      ["pipes.csv", `student id|#2\n${chloe}|3\n`, /No column is called “student id”/],
      ["quotes.csv", `student id,#2\n${chloe},"3\n`, /cannot be read from line 2 on/],
      ["two.csv", `student id,#2,student id\n${chloe},3,${rafael}\n`, /Two columns are called/],
    ];
    for (const [name, content, said] of wrong) {
      await choose(name, content);
      await expect(panel(name).getByRole("alert")).toContainText(said);
    }
  });

  await test.step("line by line and column by column, as another programme wrote it", async () => {
    const lines = [
      "#9 Gone\t#2 Essay (of 10)\tstudent id",
      `1\t1e1\t${chloe}`,
      `1\t7,5\t${rafael.toUpperCase()}`,
      "1\t3\tnobody@example.test",
    ];
    await choose("unicode.txt", Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le"));
    const here = panel("unicode.txt");
    await expect(here.getByText("1 mark would change; 3 rows read.")).toBeVisible();
    await expect(here.getByRole("list", { name: "Columns of the file" })).toContainText(
      "#9 Gone is left out",
    );
    const faults = here.getByRole("list", { name: "What cannot be taken" });
    await expect(faults).toContainText("1e1 is no mark");
    await expect(faults).toContainText("nobody@example.test is no student of this course");
    await accessible(ines);
  });

  await test.step("mark by mark, where something changed after it was looked at", async () => {
    await choose("marks.csv", `student id,#2\n${chloe},8\n${rafael},7\n`);
    const here = panel("marks.csv");
    await expect(here.getByText("2 marks would change; 2 rows read.")).toBeVisible();
    await saveMark(ines, placeOf(chloe), "5", true);
    await here.getByRole("button", { name: "Write 2 marks" }).click({ clickCount: 2 });
    await expect(here.getByRole("list", { name: "What was not written" })).toContainText(
      "Chloé Tremblay, Essay Somebody saved 5 here meanwhile.",
    );
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("5");
    expect(await gradeOf(ines, placeOf(rafael))).toMatchObject({ total: "7", version: 1 });
    await here.getByRole("button", { name: "Read the file again" }).press("Enter");
    await expect(here.getByText("1 mark would change; 2 rows read.")).toBeVisible();
    await expect(here.getByRole("heading", { name: "marks.csv" })).toBeFocused();
    await expect(here.getByRole("button", { name: "Write 1 mark" })).toBeDisabled();
    await here.getByLabel(/^Why:/).fill("One page was overlooked.");
    await here.getByRole("button", { name: "Write 1 mark" }).click();
    await expect(here.getByText("1 mark written.")).toBeVisible();
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("8");
  });

  await test.step("and takes back only what it wrote itself", async () => {
    await panel("marks.csv").getByRole("button", { name: "Take it all back" }).click();
    await expect(panel("marks.csv").getByText("1 of 1 put back.")).toBeVisible();
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("5");
    expect((await gradeOf(ines, placeOf(rafael)))?.total).toBe("7");
  });
});
