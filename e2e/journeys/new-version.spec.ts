import { v7 as uuidv7 } from "uuid";
import { answer, at, join, makeCourse, prompt, record } from "../course";
import { expect, test } from "../fixtures";
import { call } from "../scene";

test("a new version of a text: what stands on it goes along, or says that it changed", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt()] });
  const { courseId, path } = course;
  const ada = await join(as, course, "ada");
  const { readingId, paragraphId, text } = at(course.passages, 1);
  const quote = "It binds only those who expect to meet again.";
  const start = text.indexOf(quote);
  const words: [number, number] = [start, start + quote.length];
  const passage = { start, end: start + quote.length, quote };
  const about = { id: uuidv7(), readingId, paragraphId, passage, signal: null, audience: "group" };
  await call(ada, "comment.post", { courseId, comment: { ...about, body: "And who does not?" } });
  await record(ada, course, { claim: "Nobody is bound who leaves.", at: [0, 0], passage: 1, words });
  await record(ada, course, { claim: "All had read it.", at: [0, 0], passage: 0 });
  const promptId = at(course.prompts, 0);
  await answer(ada, course, promptId, { body: "It is a promise [[1 ¶2]], read by all [[1 ¶1]]." });

  await test.step("Inés begins the next version, changes a paragraph and publishes it", async () => {
    await ines.goto(`${path}/sources/${at(course.readings, 0).sourceId}/edit`);
    await ines.getByRole("button", { name: "Begin the next version" }).click();
    const paragraph = ines.getByRole("textbox", { name: "Paragraph 2" });
    await expect(paragraph).toHaveValue(text);
    await paragraph.fill(text.replace("expect to meet again", "fear to meet again"));
    await ines.getByRole("button", { name: "Publish", exact: true }).click();
    await ines.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    await expect(ines.getByRole("heading", { name: "Published, version 2" })).toBeVisible();
  });

  await test.step("what is assigned goes on showing the old text", async () => {
    await ada.goto(at(course.readings, 0).path);
    await expect(ada.getByText("expect to meet again")).toBeVisible();
    await expect(ada.getByText("fear to meet again")).toHaveCount(0);
  });

  await test.step("she looks at what moving does, and moves", async () => {
    await ines.getByRole("button", { name: "Bring to this version…" }).click();
    const dialog = ines.getByRole("dialog").or(ines.getByRole("alertdialog"));
    const row = (kind: string) => dialog.getByRole("row", { name: new RegExp(`^${kind}`) }).getByRole("cell");
    await expect(row("Comments")).toHaveText(["0", "1", "0"]);
    await expect(row("Evidence")).toHaveText(["1", "1", "0"]);
    await expect(row("Citations")).toHaveText(["1", "1", "0"]);
    await dialog.getByText("passages to look at").click();
    await expect(dialog.getByText("fear to meet again").first()).toBeVisible();
    await accessible(ines);
    await dialog.getByRole("button", { name: "Move it" }).click();
    await expect(ines.getByRole("heading", { name: "Readings with an older version" })).toHaveCount(0);
  });

  await test.step("a reader sees the new text, and what the comment was written on", async () => {
    await ada.reload();
    await expect(ada.getByText("fear to meet again")).toBeVisible();
    const comment = ada.getByRole("article", { name: /Comment by Ada/ });
    await expect(comment).toContainText("The text has changed here. It was written on:");
    await expect(comment).toContainText(quote);
    await accessible(ada);
  });

  await test.step("evidence is to check, both texts are there, and she says that it still holds", async () => {
    await ada.goto(`${path}/evidence?show=check`);
    await expect(ada.getByRole("main")).toContainText("1 to check, because its text changed.");
    await ada.getByRole("button", { name: /1 to check/ }).click();
    const card = ada.getByRole("article", { name: "Nobody is bound who leaves." });
    await expect(card).toContainText("The text changed. Still so?");
    await card.getByRole("button", { name: "See both" }).click();
    const both = ada.getByRole("dialog", { name: "The text changed" });
    await expect(both.locator("del")).toContainText("expect");
    await expect(both.locator("ins")).toContainText("fear");
    await accessible(ada);
    await both.getByRole("button", { name: "It still says so" }).click();
    await expect(card).toHaveCount(0);
    await ada.getByRole("main").getByRole("button", { name: "Show all" }).click();
    await expect(card).toBeVisible();
    await expect(card).not.toContainText("The text changed");
    await expect(ada.getByRole("main")).not.toContainText("to check, because");
  });

  await test.step("the answer's citation says that the text changed", async () => {
    await ada.goto(`${path}/prompts/${promptId}`);
    const chip = ada.getByRole("main").getByRole("link", { name: /paragraph 2\b/ });
    await expect(chip).toHaveAttribute("href", new RegExp(`${readingId}#p-`));
    await expect(chip).toHaveAccessibleName(/The text changed after this was written/);
    await expect(async () => {
      await ada.mouse.move(0, 0);
      await chip.hover();
      await expect(ada.getByRole("tooltip")).toContainText("As it was", { timeout: 1000 });
    }).toPass();
    await expect(ada.getByRole("tooltip")).toContainText("fear to meet again");
  });

  await test.step("and goes on saying so while she revises it", async () => {
    await ada.getByRole("button", { name: "Revise" }).click();
    const field = ada.getByLabel("Your response");
    await field.focus();
    await ada.keyboard.press("End");
    await ada.keyboard.type(" Still so.");
    await ada.getByText("As posted", { exact: true }).click();
    const sheet = ada.getByRole("main").locator(".paper");
    await expect(sheet).toContainText("Still so.");
    await expect(sheet.getByRole("link", { name: /paragraph 2\b/ })).toHaveAccessibleName(
      /The text changed after this was written/,
    );
  });
});
