import type { Page } from "@playwright/test";
import { answer, at, type Course, join, makeCourse, prompt, stand } from "../course";
import { expect, test } from "../fixtures";
import { select } from "../scene";

/** What is not there yet, item by item. */
const missing = (page: Page) =>
  page
    .getByRole("region", { name: /^Still missing/ })
    .getByRole("listitem")
    .filter({ hasText: /^Missing/ });

async function setUp(ines: Page): Promise<Course> {
  return makeCourse(ines, {
    prompts: [
      prompt({
        kind: "weigh",
        title: "Which order survives the columns?",
        citationsMin: 3,
        readingsMin: 2,
        positionsMin: 2,
        repliesMin: 1,
      }),
    ],
  });
}

test("a class weighs the positions: stance, evidence, answer, the other side, stance", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await setUp(ines);
  const { positions, path } = course;
  const [alliance, concert] = [at(positions, 0), at(positions, 1)];
  const promptId = at(course.prompts, 0);
  const ada = await join(as, course, "ada");
  const liming = await join(as, course, "liming");
  await stand(liming, course, concert.id);
  await answer(liming, course, promptId, {
    body: `Somebody has to beat time [[2 ¶1 ${concert.short}]].`,
    positionId: concert.id,
  });

  await test.step("Ada says where she stands: between two, moved by a passage", async () => {
    await ada.goto(path);
    const invitation = ada.getByRole("complementary", { name: "Where you stand" });
    await expect(invitation).toContainText("Before you read");
    await invitation.getByRole("button", { name: "State it" }).click();
    const dialog = ada.getByRole("dialog", { name: "Where do you stand?" });
    await expect(dialog.getByLabel("When")).toHaveValue("before");
    await dialog.getByRole("radio", { name: alliance.name }).check();
    await dialog.getByLabel("Between it and").selectOption({ label: concert.name });
    await dialog.getByRole("radio", { name: "2 unsure" }).check();
    await dialog.getByLabel("Why").fill("Promises need somebody who keeps count.");
    await dialog.getByRole("combobox", { name: "The passage that moved you" }).fill("1 2");
    await dialog.getByRole("option", { name: /An alliance is a promise/ }).click();
    await expect(dialog.getByText("1 ¶2")).toBeVisible();
    await accessible(ada);
    await dialog.getByRole("button", { name: "State it" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(invitation).toContainText(`between ${alliance.name} and ${concert.name}, sure 2 of 5`);
  });

  await test.step("she reads to the end, where she is asked again", async () => {
    await ada.goto(at(course.readings, 0).path);
    await expect(ada.getByText(/^Live/)).toBeVisible();
    const invitation = ada.getByRole("complementary", { name: "Where you stand" });
    await invitation.scrollIntoViewIfNeeded();
    await expect(invitation).toContainText("You have come to the end");
    await invitation.getByRole("button", { name: "State it again" }).click();
    const dialog = ada.getByRole("dialog", { name: "Where do you stand?" });
    await expect(dialog.getByLabel("When")).toHaveValue(at(course.readings, 0).id);
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("two keystrokes make evidence of chosen words; its claim files it", async () => {
    await select(ada, { n: 2, at: 0 }, { n: 2, at: 35 });
    await ada.keyboard.press("e");
    const gather = ada.getByRole("dialog", { name: "Evidence from this passage" });
    await expect(gather).toContainText("An alliance is a promise");
    await ada.keyboard.press("1");
    await expect(gather.getByLabel("What it shows")).toBeFocused();
    await ada.keyboard.type("It binds those who meet again.");
    await gather.getByLabel("Position").selectOption({ label: alliance.short });
    await gather.getByLabel("Dimension").selectOption({ label: at(course.dimensions, 1).name });
    await accessible(ada);
    await gather.getByLabel("What it shows").press("ControlOrMeta+Enter");
    await expect(gather).toHaveCount(0);
    await expect(ada.getByRole("link", { name: "See it in the matrix" })).toBeVisible();
  });

  await test.step("the second time the place is remembered: two keystrokes, and it is there", async () => {
    await select(ada, { n: 3, at: 0 }, { n: 3, at: 50 });
    await ada.keyboard.press("e");
    const gather = ada.getByRole("dialog", { name: "Evidence from this passage" });
    await expect(gather.getByLabel("Position")).toHaveValue(alliance.id);
    await ada.keyboard.press("3");
    await expect(gather.getByRole("radio", { name: "challenges" })).toBeChecked();
    await ada.keyboard.press("Escape");
    await ada.getByRole("link", { name: "See it in the matrix" }).last().click();
    await expect(ada.getByRole("article", { name: "No claim yet" })).toBeVisible();
  });

  const field = ada.getByLabel("Your response");
  const owed = /One reply to a classmate, once posted/;
  await test.step("her answer is told what is missing until it is there", async () => {
    await ada.goto(`${path}/prompts/${promptId}`);
    await expect(missing(ada)).toHaveText([
      /3 more citations/,
      /From 2 more readings/,
      /Passages for any 2 positions/,
      owed,
    ]);
    await field.fill(`A promise [[1 ¶2 ${alliance.short}]].`);
    await expect(missing(ada)).toHaveText([
      /2 more citations/,
      /From one more reading/,
      /One more position, such as .*Concert/,
      owed,
    ]);
    await field.fill(`A promise [[1 ¶2 ${alliance.short}]], written down [[1 ¶3]].`);
    await expect(missing(ada)).toHaveText([
      /One more citation/,
      /From one more reading/,
      /One more position/,
      owed,
    ]);
    await field.focus();
    await ada.keyboard.press("End");
    await ada.keyboard.type(" And counted [[conductor");
    await expect(ada.getByRole("option", { name: /conductor/ })).toBeVisible();
    await ada.keyboard.press("Enter");
    await expect(field).toHaveValue(/\[\[2 ¶1\]\]$/);
    await expect(missing(ada)).toHaveText([/One more position/, owed]);
    await ada
      .getByRole("table", { name: "Passages cited for each position" })
      .getByLabel("2 ¶1: for which position?")
      .selectOption({ label: concert.name });
    await expect(field).toHaveValue(/\[\[2 ¶1 Concert\]\]$/);
    await expect(missing(ada)).toHaveText([owed]);
    await accessible(ada);
    await ada.getByLabel("Position", { exact: true }).selectOption({ label: alliance.name });
    await field.press("ControlOrMeta+Enter");
    await expect(ada.getByRole("navigation", { name: "This prompt" })).toContainText("posted");
  });

  await test.step("she is given a peer from the other side, and challenges him with a passage", async () => {
    await ada.getByRole("link", { name: /^Read next/ }).click();
    const leaf = ada.getByRole("article", { name: /Li Ming/ });
    await expect(leaf).toContainText("not your position");
    await leaf.focus();
    await ada.keyboard.press("x");
    const reply = leaf.getByLabel(/Your reply/);
    await expect(reply).toBeFocused();
    await ada.keyboard.type("He sat down to be one [[2 ¶1]]: who asked him?");
    await accessible(ada);
    await ada.keyboard.press("ControlOrMeta+Enter");
    await expect(leaf.getByText("who asked him?")).toBeVisible();
    await expect(reply).toHaveCount(0);
    await expect(missing(ada)).toHaveCount(0);
  });

  await test.step("she takes a last stance, and sees her path", async () => {
    await ada.keyboard.press("t");
    const dialog = ada.getByRole("dialog", { name: "Where do you stand?" });
    await expect(dialog.getByLabel("When")).toHaveValue("after");
    await dialog.getByRole("radio", { name: concert.name }).check();
    await dialog.getByRole("radio", { name: "4 sure" }).check();
    await dialog.getByRole("button", { name: "State it" }).click();
    await expect(ada.getByText(`Now: ${concert.name}, sure 4 of 5`)).toBeVisible();
    await expect(ada.getByRole("table", { name: "Your path, first to last" }).getByRole("row")).toHaveCount(
      3,
    );
  });

  await test.step("Inés sees the matrix count it", async () => {
    await ines.goto(`${path}/evidence`);
    await expect(
      ines.getByRole("button", {
        name: new RegExp(
          `^${alliance.name}, Alliances: 1 passage, 1 support, 0 qualify, 0 challenge, agreed`,
        ),
      }),
    ).toBeVisible();
  });

  await test.step("and on the page of insight the flow, and whose answer waits", async () => {
    await ines.goto(`${path}/insight`);
    const flow = ines.getByRole("table", { name: /^Students by where they stood first/ }).first();
    // Who stands between two counts with the one named first.
    await expect(flow.getByRole("row", { name: /^Alliances/ }).getByRole("cell")).toHaveText([..."0100001"]);
    await expect(ines.getByRole("img", { name: /^The flow of 2 students/ }).first()).toBeVisible();
    const waiting = ines.getByRole("main").locator('a[href*="response="]');
    await expect(waiting).toHaveText([/Ada Okafor/]);
    await accessible(ines);
  });
});

test("nothing is cut off an answer that is too long: it says so, stays on the device, and goes when it fits", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt({ title: "At what length?" })] });
  const ada = await join(as, course, "ada");
  await ada.goto(`${course.path}/prompts/${at(course.prompts, 0)}`);
  const field = ada.getByLabel("Your response");
  const post = ada.getByRole("button", { name: "Post", exact: true });
  await field.focus();
  await ada.keyboard.insertText(`${"word ".repeat(8_000)}and the end of it.`);
  await expect(field).toHaveValue(/and the end of it\.$/);
  await expect(
    ada.getByRole("alert").filter({ hasText: "18 characters more than the 40,000" }),
  ).toBeVisible();
  await expect(post).toBeDisabled();
  await accessible(ada);
  await ada.reload();
  await expect(field).toHaveValue(/and the end of it\.$/);
  await field.focus();
  await ada.keyboard.press("ControlOrMeta+End");
  for (let letters = 0; letters < 18; letters++) await ada.keyboard.press("Backspace");
  await expect(ada.getByText("No room left")).toBeVisible();
  await post.click();
  await expect(ada.getByRole("navigation", { name: "This prompt" })).toContainText("posted");
});

test("an answer that is posted without a connection says that it waits, and goes by itself", async ({
  as,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt({ title: "From a train?", postFirst: true })] });
  const promptId = at(course.prompts, 0);
  const liming = await join(as, course, "liming");
  await answer(liming, course, promptId, { body: "Somebody has to beat time." });
  const ada = await join(as, course, "ada");
  await ada.goto(`${course.path}/prompts/${promptId}`);
  const tabs = ada.getByRole("navigation", { name: "This prompt" });
  const acts = ada.getByRole("region", { name: /^Still missing/ });
  await ada.context().setOffline(true);
  await ada.getByLabel("Your response").fill("Written in a tunnel.");
  await ada.getByRole("button", { name: "Post", exact: true }).click();
  await expect(acts.getByRole("status").filter({ hasText: "Waits to be posted" })).toBeAttached();
  await expect(tabs).not.toContainText("2 posted");

  await test.step("other words are not those that were to be posted", async () => {
    await ada.getByLabel("Your response").fill("Written in a long tunnel.");
    await expect(acts.getByText("Waits to be posted")).toHaveCount(0);
    await ada.getByLabel("Your response").press("ControlOrMeta+Enter");
    await expect(acts.getByRole("status").filter({ hasText: "Waits to be posted" })).toBeAttached();
  });

  await ada.context().setOffline(false);
  await expect(tabs).toContainText("2 posted");
  await expect(ada.getByRole("article", { name: "As posted" })).toContainText("Written in a long tunnel.");
  await ada.getByRole("link", { name: /^The class/ }).click();
  await expect(ada.getByRole("main")).toContainText("Somebody has to beat time.");
});
