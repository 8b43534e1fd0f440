import { v7 as uuidv7 } from "uuid";
import { makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { cellOf, fieldOf } from "../gradebook";
import { gradeOf, joinAll, makeAssignment, members, saveMark } from "../grading";
import { tabTo, typeIn } from "../keys";
import { call } from "../scene";

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
