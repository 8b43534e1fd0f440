import { assist, at, join, makeCourse, prompt, record } from "../course";
import { expect, test } from "../fixtures";

test("one piece of evidence, changed by its author and by staff", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const dmytro = await join(as, course, "dmytro");
  const claim = "It binds.";
  await record(dmytro, course, { claim, at: [0, 0], passage: 1 });
  const address = `${course.path}/evidence?cell=${at(course.positions, 0).id}.${at(course.dimensions, 0).id}`;
  for (const page of [dmytro, ines]) {
    await page.goto(address);
    await page.getByRole("button", { name: `More for: ${claim}` }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    await expect(page.getByLabel("Claim")).toHaveValue(claim);
  }
  await ines.getByLabel("Claim").fill("It binds some.");
  await dmytro.getByLabel("Claim").fill("It binds those who meet again.");
  await ines.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ines.getByRole("article", { name: "It binds some." })).toBeVisible();

  await dmytro.getByRole("button", { name: "Save", exact: true }).click();
  const both = dmytro.getByRole("alert").filter({ hasText: "Somebody changed this while you were writing" });
  await expect(both).toContainText("It binds those who meet again.");
  await expect(both).toContainText("It binds some.");
  await accessible(dmytro);
  await dmytro.reload();
  await dmytro.getByRole("button", { name: "More for: It binds some." }).click();
  await dmytro.getByRole("menuitem", { name: "Edit" }).click();
  await expect(dmytro.getByLabel("Claim")).toHaveValue("It binds those who meet again.");
  await dmytro.getByRole("button", { name: "Save", exact: true }).click();
  await both.getByRole("button", { name: "Put them together" }).click();
  await dmytro.getByLabel("Claim").fill("It binds some: those who meet again.");
  await dmytro.getByRole("button", { name: "Save", exact: true }).click();
  const saved = "It binds some: those who meet again.";
  await expect(dmytro.getByRole("article", { name: saved })).toBeVisible();

  await dmytro.getByRole("button", { name: `More for: ${saved}` }).click();
  await dmytro.getByRole("menuitem", { name: "What it said before" }).click();
  const history = dmytro.getByRole("dialog", { name: "What it said before" }).getByRole("listitem");
  await expect(history).toHaveCount(3);
  await expect(history.last()).toContainText(claim);
});

test("one prompt, changed in two editors of the assignment", async ({ as, accessible }) => {
  const ines = await as("ines");
  const asked = prompt({ title: "Who counts?", body: "Answer." });
  const course = await makeCourse(ines, { prompts: [asked] });
  const tomasz = await assist(as, course, "tomasz");
  const address = `${course.path}/assignments/${course.assignmentId}/edit`;
  await ines.goto(address);
  await tomasz.goto(address);
  await expect(tomasz.getByLabel("Prompt title")).toHaveValue("Who counts?");
  await ines.getByLabel("Prompt title").fill("Who counts the columns?");
  await ines.getByLabel("Citations", { exact: true }).fill("2");
  await ines.getByRole("button", { name: /^Save\b/ }).click();
  await expect(ines.getByText("Saved", { exact: true })).toBeVisible();

  await tomasz.getByLabel("Prompt title").fill("Who is counted?");
  await tomasz.getByLabel("Prompt text").fill("Answer from the page.");
  await tomasz.getByRole("button", { name: /^Save\b/ }).click();
  const clash = tomasz.getByRole("region", { name: "Changed by two people" });
  await expect(clash).toContainText("Who is counted?");
  await expect(clash).toContainText("Who counts the columns?");
  await expect(clash.getByRole("listitem")).toHaveCount(1);
  await expect(tomasz.getByLabel("Citations", { exact: true })).toHaveValue("2");
  await accessible(tomasz);
  await clash.getByRole("button", { name: /^Take theirs/ }).click();
  await expect(clash).toHaveCount(0);
  await expect(tomasz.getByLabel("Prompt title")).toHaveValue("Who counts the columns?");
  await expect(tomasz.getByLabel("Prompt text")).toHaveValue("Answer from the page.");
  await tomasz.getByRole("button", { name: /^Save\b/ }).click();
  await expect(tomasz.getByText("Saved", { exact: true })).toBeVisible();
  await ines.reload();
  await expect(ines.getByLabel("Prompt title")).toHaveValue("Who counts the columns?");
  await expect(ines.getByLabel("Prompt text")).toHaveValue("Answer from the page.");
  await expect(ines.getByLabel("Citations", { exact: true })).toHaveValue("2");
});

test("the frame, changed by two of the staff", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const tomasz = await assist(as, course, "tomasz");
  const first = (page: typeof ines) => page.getByRole("group", { name: /^Position 1:/ });
  const second = (page: typeof ines) => page.getByRole("group", { name: /^Position 2:/ });
  for (const page of [ines, tomasz]) {
    await page.goto(`${course.path}/frame`);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
  }
  await first(ines).getByLabel("In one line").fill("Those who sign defend one another.");
  await second(ines).getByLabel("In one line").fill("Five keep the peace.");
  await ines.getByRole("button", { name: "Save the frame" }).click();
  await expect(ines.getByRole("heading", { name: "The positions that compete" })).toBeVisible();

  await first(tomasz).getByLabel("In one line").fill("Whoever signs is defended.");
  await tomasz.getByRole("button", { name: "Add a dimension" }).click();
  await expect(
    tomasz.getByRole("group", { name: /^Dimension 6:/ }).getByRole("textbox", { name: "Name" }),
  ).toBeFocused();
  await tomasz.keyboard.type("Memory");
  await tomasz.getByRole("button", { name: "Save the frame" }).click();
  const both = tomasz.getByRole("alert", { name: "Somebody saved the frame meanwhile" });
  await expect(both).toContainText("Those who sign defend one another.");
  await expect(both).toContainText("Whoever signs is defended.");
  await accessible(tomasz);
  const clash = both.getByRole("group", { name: /alliance order.*changed by both/ });
  await clash.getByRole("radio", { name: /Mine/ }).check();
  await both.getByRole("button", { name: "Combine them so" }).click();
  await expect(both).toHaveCount(0);
  await expect(first(tomasz).getByLabel("In one line")).toHaveValue("Whoever signs is defended.");
  await expect(second(tomasz).getByLabel("In one line")).toHaveValue("Five keep the peace.");
  await tomasz.getByRole("button", { name: "Save the frame" }).click();
  await expect(tomasz.getByRole("heading", { name: "The positions that compete" })).toBeVisible();
  await ines.reload();
  for (const words of ["Whoever signs is defended.", "Five keep the peace.", "Memory"]) {
    await expect(ines.getByRole("main").getByText(words)).toBeVisible();
  }
});
