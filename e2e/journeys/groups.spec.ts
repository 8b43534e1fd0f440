import type { Page } from "@playwright/test";
import { type Course, join, makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { joinAll, makeAssignment, members, passagesOf, say } from "../grading";
import { press, tabTo } from "../keys";
import { call } from "../scene";

interface Set {
  id: string;
  name: string;
  groups: { id: string; name: string; dissolved: boolean; members: { id: string; name: string }[] }[];
}

async function setOf({ ines, courseId }: Course, name: string): Promise<Set> {
  const sets = await call<Set[]>(ines, "group.sets", { courseId }, "query");
  const set = sets.find((each) => each.name === name);
  if (!set) throw new Error(`no set ${name}`);
  return set;
}

/** How many stand in each group, by its name. */
const sizes = ({ groups }: Set): Record<string, number> =>
  Object.fromEntries(groups.flatMap((each) => (each.dissolved ? [] : [[each.name, each.members.length]])));

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const personIn = (page: Page, group: string, name: string) =>
  column(page, group).getByRole("listitem").filter({ hasText: name });

async function makeSet(page: Page, size: string, name: string): Promise<void> {
  await page.getByRole("button", { name: "New set of groups" }).click();
  const dialog = page.getByRole("dialog", { name: "New set of groups" });
  await expect(dialog.getByRole("radio", { name: /^Groups of a size/ })).toBeChecked();
  await dialog.getByLabel("Students in a group, at most").fill(size);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Make groups" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

test("groups of a size are made, people moved by keys, and whoever joins comes to the smallest", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  await joinAll(as, course, ["chloe", "rafael", "wanjiru", "liam", "elif"]);
  await ines.goto(`${course.path}/people/groups`);

  await test.step("five in threes are three and two", async () => {
    await makeSet(ines, "3", "Tables");
    await expect(column(ines, "Group A").getByRole("listitem")).toHaveCount(3);
    await expect(column(ines, "Group B").getByRole("listitem")).toHaveCount(2);
    await accessible(ines);
  });

  await test.step("whoever joins comes to the smaller one", async () => {
    await join(as, course, "mateo");
    await ines.reload();
    await expect(personIn(ines, "Group B", "Mateo Quispe")).toBeVisible();
    expect(sizes(await setOf(course, "Tables"))).toEqual({ "Group A": 3, "Group B": 3 });
  });

  await test.step("somebody is moved by keys, and the focus goes along", async () => {
    const first = column(ines, "Group A").getByRole("listitem").first();
    const name = (await first.locator("bdi").textContent()) ?? "";
    await tabTo(ines, first, "j");
    await ines.keyboard.press("]");
    await expect(ines.getByRole("status").filter({ hasText: `${name} is in Group B now.` })).toBeAttached();
    await expect(personIn(ines, "Group B", name)).toBeFocused();
    await expect
      .poll(async () => sizes(await setOf(course, "Tables")))
      .toEqual({ "Group A": 2, "Group B": 4 });
    await ines.keyboard.press("[");
    await expect(personIn(ines, "Group A", name)).toBeFocused();
    await expect
      .poll(async () => sizes(await setOf(course, "Tables")))
      .toEqual({ "Group A": 3, "Group B": 3 });
  });

  await test.step("and by dragging, as the choice in the row does", async () => {
    const dragged = column(ines, "Group A").getByRole("listitem").first();
    const name = (await dragged.locator("bdi").textContent()) ?? "";
    await dragged.dragTo(column(ines, "Group B"));
    await expect(personIn(ines, "Group B", name)).toBeFocused();
    await expect
      .poll(async () => sizes(await setOf(course, "Tables")))
      .toEqual({ "Group A": 2, "Group B": 4 });
    await ines.getByLabel(`Group of ${name}`).selectOption({ label: "Group A" });
    await expect
      .poll(async () => sizes(await setOf(course, "Tables")))
      .toEqual({ "Group A": 3, "Group B": 3 });
  });

  await test.step("another one makes a group more once all are full", async () => {
    await join(as, course, "luz");
    const filled = Object.values(sizes(await setOf(course, "Tables"))).sort();
    expect(filled).toHaveLength(3);
    expect(filled.reduce((sum, each) => sum + each, 0)).toBe(7);
  });
});

test("whoever has written is moved only after a question, and groups made anew are shown first", async ({
  as,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const { chloe } = await joinAll(as, course, ["chloe", "rafael", "wanjiru", "liam", "elif", "mateo"]);
  await ines.goto(`${course.path}/people/groups`);
  await makeSet(ines, "2", "Pairs");
  const set = await setOf(course, "Pairs");
  const assignmentId = await makeAssignment(course, "In pairs", { groupSetId: set.id });
  const [passage] = await passagesOf(course, assignmentId);
  if (!passage) throw new Error("nothing to read");
  await say(chloe, courseId, passage, "This is said in the pair as it was made.");

  await test.step("the move asks, and can be left", async () => {
    await ines.reload();
    const from = set.groups.find((group) => group.members.some(({ name }) => name === "Chloé Tremblay"));
    const fromName = from?.name ?? "";
    const toName = fromName === "Group A" ? "Group B" : "Group A";
    const key = fromName === "Group A" ? "]" : "[";
    const steps = fromName === "Group C" ? "Group B" : toName;
    const row = personIn(ines, fromName, "Chloé Tremblay");
    await expect(row).toContainText("has written");
    await tabTo(ines, row, "j");
    await ines.keyboard.press(key);
    const dialog = ines.getByRole("dialog", { name: `Move Chloé Tremblay to ${steps}?` });
    await expect(dialog).toContainText(`Those threads stay there`);
    await press(ines, dialog.getByRole("button", { name: "Cancel" }));
    await expect(dialog).toHaveCount(0);
    expect(await setOf(course, "Pairs")).toEqual(expect.objectContaining({ groups: set.groups }));
    await expect(row).toBeVisible();
  });

  await test.step("made anew, it says whom it moves before anybody is moved", async () => {
    // By lot the pairs could come out as they are: of three pairs in threes, one has to go.
    await ines.getByRole("button", { name: "Settings", exact: true }).click();
    const settings = ines.getByRole("dialog", { name: "Settings of “Pairs”" });
    await settings.getByLabel("Students in a group, at most").fill("3");
    await settings.getByRole("button", { name: "Save", exact: true }).click();
    await expect(settings).toHaveCount(0);
    await ines.getByRole("button", { name: "Make anew" }).click();
    const dialog = ines.getByRole("dialog", { name: "Make “Pairs” anew?" });
    await expect(dialog.getByText(/students? moves?\./)).toBeVisible();
    const rows = dialog.getByRole("row").filter({ has: dialog.getByRole("rowheader") });
    const shown: Record<string, string> = {};
    for (const row of await rows.all()) {
      const [from = "", to = ""] = await row.getByRole("cell").allTextContents();
      expect(from).not.toBe(to);
      const name = await row.getByRole("rowheader").locator("bdi").textContent();
      shown[name ?? ""] = to;
    }
    expect(sizes(await setOf(course, "Pairs"))).toEqual(sizes(set));
    await tabTo(ines, dialog.getByRole("button", { name: "Make anew" }));
    await ines.keyboard.press("Enter");
    await expect(ines.getByText("The groups are made anew.")).toBeVisible();
    const made = await setOf(course, "Pairs");
    for (const [name, to] of Object.entries(shown)) {
      const stands = made.groups.find((group) => group.members.some((member) => member.name === name));
      expect(stands?.name, name).toBe(to);
    }
    const all = (await members(course)).filter(({ role }) => role === "student");
    expect(Object.values(sizes(made)).reduce((sum, each) => sum + each, 0)).toBe(all.length);
  });
});
