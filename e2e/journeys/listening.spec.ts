import type { Page } from "@playwright/test";
import { at, join, makeCourse, prompt, record } from "../course";
import { expect, test } from "../fixtures";
import { makeReading } from "../scene";

/** What a screen reader is told about what has the focus: role, name, state. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return "";
    const labelled = (element.getAttribute("aria-labelledby") ?? "")
      .split(/\s+/)
      .map((id) => (id ? document.getElementById(id)?.textContent : ""))
      .join(" ");
    return [
      element.getAttribute("role") ?? element.tagName.toLowerCase(),
      labelled.trim() || element.getAttribute("aria-label") || element.textContent?.trim(),
    ]
      .join(": ")
      .slice(0, 120);
  });

const said = (page: Page) =>
  page
    .locator('[role="status"]')
    .allTextContents()
    .then((all) => all.join(" "));

test("read, annotate and answer by ear and keys alone", async ({ as, accessible }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines);
  const [ada, liming] = [await as("ada"), await as("liming")];
  await ada.goto(path);
  await expect(ada.getByText(/^Live/)).toBeVisible();

  await test.step("the paragraphs are spoken with their counts", async () => {
    await ada.keyboard.press("j");
    await ada.keyboard.press("j");
    await expect.poll(() => focused(ada)).toBe("group: ¶2, no comments");
    await expect(ada.getByRole("group", { name: "¶2, no comments" })).toBeFocused();
  });

  await test.step("words are chosen by keys, and said", async () => {
    await ada.keyboard.press("s");
    await expect.poll(() => said(ada)).toContain("Chosen: An");
    await ada.keyboard.press("ArrowRight");
    await ada.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => said(ada)).toContain("Chosen: order is");
    await ada.keyboard.press("Enter");
    await expect(ada.getByRole("textbox", { name: "Your comment" })).toBeFocused();
    await ada.keyboard.type("Is it a promise, or a habit?");
    await accessible(ada);
    await ada.keyboard.press("Control+Enter");
    const card = ada.getByRole("article", { name: /Comment by Ada Okafor/ });
    await expect(card).toBeFocused();
    await expect(card).toContainText("Is it a promise, or a habit?");
  });

  await test.step("Escape goes back to the paragraph, whose count has changed", async () => {
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("group", { name: "¶2, 1 comment" })).toBeFocused();
  });

  await test.step("its threads are reached from it, and left for it", async () => {
    await ada.keyboard.press("t");
    await expect(ada.getByRole("article", { name: /Comment by Ada Okafor/ })).toBeFocused();
    await ada.keyboard.press("Tab");
    await expect(ada.locator("article :focus")).toHaveCount(1);
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("group", { name: "¶2, 1 comment" })).toBeFocused();
  });

  await test.step("what others do is announced politely, and waits", async () => {
    await liming.goto(path);
    await liming.locator('[data-n="2"]').focus();
    await liming.keyboard.press("t");
    await liming.getByRole("textbox", { name: "Your reply" }).fill("A habit that is written down.");
    await liming.keyboard.press("Control+Enter");
    await expect.poll(() => said(ada)).toMatch(/1 new/);
    await expect(ada.locator(".page-reader [aria-live=assertive]")).toHaveCount(0);
    await expect(ada.getByRole("group", { name: "¶2, 1 comment" })).toBeFocused();
    await ada.keyboard.press("n");
    await expect(ada.getByRole("group", { name: "¶2, 2 comments" })).toBeFocused();
  });

  await test.step("the next unread is one key away", async () => {
    await ada.keyboard.press("]");
    await expect(ada.getByRole("article", { name: /Comment by Ada Okafor/ })).toBeFocused();
    await expect(ada.getByText("A habit that is written down.")).toBeVisible();
  });

  await test.step("the keys are listed, and none is stolen from a field", async () => {
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("?");
    await expect(ada.getByRole("dialog")).toContainText("next, previous unread");
    await accessible(ada);
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("c");
    await ada.keyboard.type("j k ? n ] s");
    await expect(ada.getByRole("textbox", { name: "Your comment" })).toHaveValue("j k ? n ] s");
  });
});

test("evidence, the matrix and what is missing from an answer are heard", async ({ as }) => {
  const ines = await as("ines");
  const asked = prompt({ citationsMin: 1, readingsMin: 1 });
  const course = await makeCourse(ines, { prompts: [asked] });
  const priya = await join(as, course, "priya");
  await record(priya, course, { claim: "It binds.", at: [0, 0], passage: 1 });

  await test.step("in the text, what two keystrokes did is said", async () => {
    await priya.goto(at(course.readings, 1).path);
    await expect(priya.getByText(/^Live/)).toBeVisible();
    await priya.keyboard.press("j");
    await priya.keyboard.press("e");
    await expect(priya.getByRole("dialog", { name: "Evidence from this passage" })).toBeVisible();
    await priya.keyboard.press("2");
    await expect.poll(() => said(priya)).toContain("Recorded as your draft: qualifies");
    await priya.keyboard.type("It is played.");
    await priya.keyboard.press("Escape");
    await expect.poll(() => said(priya)).toContain("Kept as a draft in your matrix.");
    await expect(priya.getByRole("group", { name: /^¶1\b/ })).toBeFocused();
  });

  await test.step("a cell says where it is, how much there is and how contested", async () => {
    await priya.goto(`${course.path}/evidence`);
    await priya.getByRole("grid").getByRole("button").first().focus();
    await expect
      .poll(() => focused(priya))
      .toBe(
        "button: The alliance order, Whose security: 1 passage, 1 support, 0 qualify, 0 challenge, agreed",
      );
    await priya.keyboard.press("ArrowRight");
    await expect.poll(() => focused(priya)).toContain("The alliance order, Alliances: no evidence yet");
    await priya.keyboard.press("3");
    await expect.poll(() => said(priya)).toContain("1 of 1 passage.");
  });

  await test.step("what an answer still lacks is said as it comes to be there", async () => {
    await priya.goto(`${course.path}/prompts/${asked.id}`);
    await priya.getByLabel("Your response").fill("A promise [[1 ¶2]].");
    await expect.poll(() => said(priya)).toMatch(/Now there: One citation.*Still missing: nothing/);
  });
});
