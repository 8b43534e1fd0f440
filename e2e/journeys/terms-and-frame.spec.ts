import { at, join, makeCourse, record, stand } from "../course";
import { expect, test } from "../fixtures";

test("staff change the frame; what is taken out keeps what hangs on it", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const sofia = await join(as, course, "sofia");
  const first = at(course.positions, 0);
  await record(sofia, course, { claim: "It binds.", at: [0, 0], passage: 1 });
  await stand(sofia, course, first.id);
  await ines.goto(`${course.path}/frame`);
  await ines.getByRole("button", { name: "Edit", exact: true }).click();
  const items = ines.getByRole("group", { name: /^Position \d+:/ });

  await test.step("a position is added, named and put first, by keys", async () => {
    await ines.getByRole("button", { name: "Add a position" }).press("Enter");
    await expect(items).toHaveCount(6);
    await expect(items.last().getByLabel("Name", { exact: true })).toBeFocused();
    await ines.keyboard.type("The order of memory");
    await items.last().getByLabel("Short name").fill(first.short);
    await ines.keyboard.press("ControlOrMeta+s");
    await expect(ines.getByText("Another one has this short name.")).toBeVisible();
    await expect(items.last().getByLabel("Short name")).toBeFocused();
    await items.last().getByLabel("Short name").fill("Memory");
    for (let presses = 0; presses < 5; presses++) await ines.keyboard.press("Alt+ArrowUp");
    await expect(ines.getByRole("status").getByText("The order of memory is now 1 of 6")).toBeAttached();
    await expect(items.first().getByLabel("Short name")).toBeFocused();
  });

  await test.step("one is renamed, a dimension added", async () => {
    await items.nth(2).getByLabel("Name", { exact: true }).fill("The concert");
    await ines.getByRole("button", { name: "Add a dimension" }).click();
    await expect(
      ines.getByRole("group", { name: /^Dimension 6:/ }).getByRole("textbox", { name: "Name" }),
    ).toBeFocused();
    await ines.keyboard.type("Memory of war");
    await accessible(ines);
    await ines.keyboard.press("ControlOrMeta+s");
    await expect(ines.getByRole("heading", { name: "The positions that compete" })).toBeFocused();
    await expect(ines.getByText("6 positions, 6 dimensions on which they differ")).toBeVisible();
  });

  await test.step("taking out what is in use asks, and says what hangs on it", async () => {
    await ines.getByRole("button", { name: "Edit", exact: true }).click();
    await ines.getByRole("button", { name: `Take out: ${first.name}` }).click();
    const dialog = ines.getByRole("dialog", { name: `Take out “${first.name}”?` });
    await expect(dialog.getByRole("listitem")).toHaveText([/1 piece of evidence/, /1 stance/]);
    await accessible(ines);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(items).toHaveCount(6);
    await ines.getByRole("button", { name: `Take out: ${first.name}` }).click();
    await dialog.getByRole("button", { name: "Take it out" }).click();
    await expect(items).toHaveCount(5);
    await ines.getByRole("button", { name: "Save the frame" }).click();
    await expect(ines.getByText("5 positions, 6 dimensions")).toBeVisible();
  });

  await test.step("it leaves the matrix, its evidence waits, her path keeps its name", async () => {
    await sofia.goto(`${course.path}/evidence`);
    await expect(sofia.getByRole("rowheader", { name: /The order of memory/ })).toBeVisible();
    await expect(sofia.getByRole("rowheader", { name: new RegExp(first.name) })).toHaveCount(0);
    await sofia.getByRole("button", { name: "1 without a place" }).click();
    await expect(sofia.getByRole("article", { name: "It binds." })).toBeVisible();
    await sofia.goto(course.path);
    await expect(sofia.getByRole("complementary", { name: "Where you stand" })).toContainText(first.name);
  });

  await test.step("put back, it stands as it stood", async () => {
    await ines.getByRole("button", { name: "Edit", exact: true }).click();
    await ines.getByRole("button", { name: `Put back: ${first.name}` }).click();
    await ines.getByRole("button", { name: "Save the frame" }).click();
    await expect(ines.getByText("6 positions, 6 dimensions")).toBeVisible();
    await sofia.goto(`${course.path}/evidence`);
    await expect(
      sofia.getByRole("button", {
        name: new RegExp(`^${first.name}, ${at(course.dimensions, 0).name}: 1 passage`),
      }),
    ).toBeVisible();
  });
});

const texts = [
  [
    "Indivisible security was promised in the first treaty, on its last page.",
    "Nobody counted what it would cost.",
  ],
  ["The minister said that security is indivisible, and divided the table."],
  [
    "Security that cannot be split was what they asked for.",
    "Die unteilbare Sicherheit galt nicht für alle.",
  ],
];

test("a term is found in every reading, and a difference between two uses is talked over", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { texts });
  const mateo = await join(as, course, "mateo");
  await ines.goto(`${course.path}/terms`);

  await test.step("Inés names it, with the words by which it is found", async () => {
    await ines.getByRole("button", { name: "Add a term" }).click();
    const sheet = ines.getByRole("dialog", { name: "A new term" });
    await sheet.getByLabel("Term", { exact: true }).fill("indivisible security");
    await sheet.getByLabel("Why it is contested").fill("Whose security is not to be divided?");
    await sheet.getByLabel("Words, 1").fill("indivisible");
    await sheet.getByRole("button", { name: "More words" }).click();
    await sheet.getByLabel("Words, 2").fill("unteilbare");
    await sheet.getByLabel("Language, 2").selectOption("de");
    await accessible(ines);
    await sheet.getByRole("button", { name: "Save the term" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(ines.getByRole("row", { name: /indivisible security/ }).getByRole("cell")).toHaveText([
      "1",
      "1",
      "1",
      "0",
      /.*/,
    ]);
  });

  const uses = mateo.getByRole("region", { name: "Uses, reading by reading" });
  await test.step("Mateo sees its uses side by side and holds two against each other", async () => {
    await mateo.goto(`${course.path}/terms`);
    await mateo.getByRole("link", { name: "indivisible security" }).click();
    await expect(uses.getByRole("article")).toHaveCount(3);
    await expect(uses.locator("mark")).toHaveText(["Indivisible", "indivisible", "unteilbare"]);
    await mateo.keyboard.press("j");
    await expect(uses.getByRole("article").nth(0)).toBeFocused();
    await mateo.keyboard.press("d");
    await mateo.getByText("Choose a second use to hold against it.").waitFor();
    await mateo.keyboard.press("j");
    await mateo.keyboard.press("d");
    const form = mateo.getByRole("form", { name: "State a difference" });
    await expect(form.getByLabel("What is the difference?")).toBeFocused();
    await accessible(mateo);
    await mateo.keyboard.type("A page there, a table here.");
    await mateo.keyboard.press("ControlOrMeta+Enter");
    await expect(form).toHaveCount(0);
  });

  await test.step("one thread for the difference", async () => {
    const difference = mateo.getByRole("listitem").filter({ hasText: "A page there, a table here." });
    await difference.getByLabel("Write a note").fill("Both were signed.");
    await difference.getByLabel("Write a note").press("ControlOrMeta+Enter");
    await expect(difference.getByText("Both were signed.")).toBeVisible();
    await ines.getByRole("link", { name: "indivisible security" }).click();
    const hers = ines.getByRole("listitem").filter({ hasText: "A page there, a table here." });
    await hers.getByRole("button", { name: "1 note" }).click();
    await expect(hers.getByText("Both were signed.")).toBeVisible();
    await expect(hers.getByRole("link").first()).toHaveAttribute("href", /readings\/.*#p-/);
  });

  await test.step("its use leads into the text", async () => {
    await uses.getByRole("article").nth(1).focus();
    await mateo.keyboard.press("Enter");
    await mateo.waitForURL(new RegExp(`${at(course.readings, 1).id}#p-`));
  });
});

test("a new course begins from a template", async ({ as }) => {
  const ines = await as("ines");
  await ines.goto("/courses/new");
  await ines.getByLabel("Title", { exact: true }).fill(`Schools ${Date.now()}`);
  await ines.getByLabel("Positions that compete").selectOption({ label: "Schools of interpretation" });
  await expect(ines.getByText(/The author’s meaning · The work by itself/)).toBeVisible();
  await ines.getByRole("button", { name: "Open the course" }).click();
  await ines.waitForURL(/\/courses\/[0-9a-f-]{36}$/);
  await ines.goto(`${ines.url()}/frame`);
  await expect(ines.getByRole("heading", { name: "The author’s meaning" })).toBeVisible();
  await ines.goto(ines.url().replace(/frame$/, "evidence"));
  await expect(ines.getByRole("rowheader", { name: /The author’s meaning/ })).toBeVisible();
});
