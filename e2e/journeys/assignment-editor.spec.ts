import type { Page } from "@playwright/test";
import { makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { choose, joinAll, makeAssignment, passagesOf, say } from "../grading";
import { press, tabTo } from "../keys";
import { call } from "../scene";

const panel = (page: Page) => page.getByRole("complementary");
const acknowledgement = (page: Page) => page.getByRole("checkbox", { name: "I have read whom this touches" });

test("whom a change touches is read by keys, and again when others have done something meanwhile", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const { chloe, rafael, elif } = await joinAll(as, course, ["chloe", "rafael", "elif"]);
  const assignmentId = await makeAssignment(course, "By name");
  const [passage] = await passagesOf(course, assignmentId);
  if (!passage) throw new Error("nothing to read");
  await say(chloe, courseId, passage, "This is said by name.");
  await ines.goto(`${course.path}/assignments/${assignmentId}/edit`);

  await test.step("it says whom, and is not saved before that was read", async () => {
    await choose(ines, "What classmates are called", /^By alias/);
    await expect(panel(ines)).toContainText("What 1 student wrote by name goes under an alias");
    await expect(panel(ines)).toContainText("Chloé Tremblay");
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(acknowledgement(ines)).toBeFocused();
    await expect(panel(ines)).toContainText("Read it and say so, then save.");
    await accessible(ines);
    await ines.keyboard.press("Space");
    await expect(acknowledgement(ines)).toBeChecked();
  });

  await test.step("two act before it is saved: it is not, and says whom it would touch now", async () => {
    await say(rafael, courseId, passage, "So is this.");
    await say(elif, courseId, passage, "And this.");
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(panel(ines)).toContainText("What 3 students wrote by name goes under an alias");
    await expect(panel(ines)).toContainText("Look at whom it touches, then save again.");
    await expect(acknowledgement(ines)).not.toBeChecked();
    const held = await call<{ names: string }>(
      ines,
      "assignment.get",
      { courseId, id: assignmentId },
      "query",
    );
    expect(held.names).toBe("named");
  });

  await test.step("read again, it is saved", async () => {
    await tabTo(ines, acknowledgement(ines));
    await ines.keyboard.press("Space");
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(
      panel(ines)
        .getByRole("status")
        .filter({ hasText: /^Saved$/ }),
    ).toBeVisible();
    await expect(acknowledgement(ines)).toHaveCount(0);
    await ines.reload();
    await expect(
      ines
        .getByRole("radiogroup", { name: "What classmates are called" })
        .getByRole("radio", { name: /^By alias/ }),
    ).toBeChecked();
  });
});

test("groups that were asked for are made before it is saved, or the class is chosen", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  await ines.goto(`${course.path}/assignments/new`);
  await ines.getByLabel("Title", { exact: true }).fill("In groups");
  await ines.getByRole("group", { name: "Readings" }).getByRole("checkbox").first().check();
  await choose(ines, "Who talks with whom", "Groups of");
  const fault = panel(ines).getByText("The groups that were asked for are not there yet");
  await press(ines, ines.getByRole("button", { name: "Publish", exact: true }));
  await expect(fault).toBeVisible();
  const titles = async () =>
    (await call<{ title: string }[]>(ines, "assignment.list", { courseId }, "query")).map(
      ({ title }) => title,
    );
  expect(await titles()).not.toContain("In groups");
  await press(ines, ines.getByRole("button", { name: "Make groups of 4" }));
  await expect(ines.getByText("Nobody is in them yet: they fill as students come.")).toBeVisible();
  await expect(fault).toHaveCount(0);
  await press(ines, ines.getByRole("button", { name: "Publish", exact: true }));
  await ines.waitForURL(/assignments\/[0-9a-f-]{36}\/edit/);
  expect(await titles()).toContain("In groups");
});
