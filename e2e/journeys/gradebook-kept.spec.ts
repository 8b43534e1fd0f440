import { makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { cellOf, fieldOf } from "../gradebook";
import { gradeOf, joinAll, makeAssignment, members, saveMark } from "../grading";
import { tabTo, typeIn } from "../keys";

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
