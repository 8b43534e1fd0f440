import type { Locator, Page } from "@playwright/test";
import { dayInCourse } from "../course";
import { expect, password, test } from "../fixtures";
import { press, tabTo, type } from "../keys";

/** A date field has a part for each of month, day, year, hour, minute and half of the day; so the browser orders them. */
async function typeMoment(page: Page, target: Locator, days: number): Promise<void> {
  const [year = "", month = "", day = ""] = dayInCourse(days).split("-");
  await tabTo(page, target);
  await page.keyboard.type(month + day + year);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("1159PM");
}

async function signInByKeys(page: Page, person: string): Promise<void> {
  await page.goto("/sign-in");
  await type(page, page.getByLabel("Email"), `${person}@glossa.test`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/courses");
  await press(page, page.getByRole("link", { name: "Competing Security Orders" }));
  await page.waitForURL(/\/courses\/[0-9a-f-]{36}$/);
}

const text = [
  "The second reading of the clause took longer than the first, since nobody would say who had asked for it.",
  "It was put to the vote at midnight, when those who had most to lose by it had gone to bed.",
].join("\n\n");

test("the main job is done without a pointer", async ({ anybody }) => {
  const stamp = Date.now();
  const title = `Clause ${stamp}`;
  const question = `Who asked for it? ${stamp}`;

  const ines = await anybody();
  const tab = (page: Page, name: string) =>
    page.getByRole("navigation", { name: "Course" }).getByRole("link", { name, exact: true });

  await test.step("Inés imports, saves and publishes a source", async () => {
    await signInByKeys(ines, "ines");
    await press(ines, tab(ines, "Sources"));
    await ines.waitForURL(/\/sources$/);
    await press(ines, ines.getByRole("link", { name: "New source" }));
    await ines.waitForURL(/\/sources\/new/);
    await type(ines, ines.getByLabel("Text", { exact: true }), text);
    await press(ines, ines.getByRole("button", { name: "Import", exact: true }));
    await ines.waitForURL(/\/sources\/[^/]+\/edit/);
    await type(ines, ines.getByLabel("Title", { exact: true }), title);
    await ines.keyboard.press("ControlOrMeta+s");
    await expect(ines.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
    await press(ines, ines.getByRole("button", { name: "Publish", exact: true }));
    await press(ines, ines.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }));
    await expect(ines.getByRole("link", { name: "Assign", exact: true })).toBeVisible();
  });

  await test.step("she assigns it", async () => {
    await press(ines, tab(ines, "Assignments"));
    await ines.waitForURL(/\/assignments$/);
    await press(ines, ines.getByRole("link", { name: "New assignment" }));
    await ines.waitForURL(/\/assignments\/new/);
    await type(ines, ines.getByLabel("Title", { exact: true }), title);
    await tabTo(ines, ines.getByRole("group", { name: "Readings" }).getByRole("checkbox", { name: title }));
    await ines.keyboard.press("Space");
    await press(ines, ines.getByRole("button", { name: "Add prompt" }));
    await type(ines, ines.getByLabel("Prompt title"), question);
    await type(ines, ines.getByLabel("Prompt text"), "Answer from the page.");
    await typeMoment(ines, ines.getByLabel("Opens"), -1);
    await typeMoment(ines, ines.getByLabel("Due"), 6);
    await typeMoment(ines, ines.getByLabel("Closes"), 8);
    await type(ines, ines.getByLabel("Rubric points"), "30");
    const rubric = ines.getByLabel("Rubric", { exact: true });
    await tabTo(ines, rubric);
    await ines.keyboard.press("Home");
    await ines.keyboard.press("ArrowDown");
    await press(ines, ines.getByRole("button", { name: "Publish", exact: true }));
    await expect(ines.getByText("Published", { exact: true }).first()).toBeVisible();
  });

  const ada = await anybody();
  await test.step("Ada chooses words and comments on them", async () => {
    await signInByKeys(ada, "ada");
    await press(ada, ada.getByRole("main").getByRole("link", { name: title }));
    await ada.waitForURL(/\/readings\//);
    await expect(ada.getByText(/^Live/)).toBeVisible();
    const first = ada.getByRole("group", { name: /^¶1\b/ });
    const second = ada.getByRole("group", { name: /^¶2\b/ });
    await ada.keyboard.press("j");
    await expect(first).toBeFocused();
    await ada.keyboard.press("j");
    await expect(second).toBeFocused();
    await ada.keyboard.press("k");
    await expect(first).toBeFocused();

    await ada.keyboard.press("?");
    await expect(ada.getByRole("dialog", { name: "All keys" })).toBeVisible();
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("dialog")).toHaveCount(0);
    await expect(first).toBeFocused();

    await ada.keyboard.press("s");
    await ada.keyboard.press("ArrowRight");
    await ada.keyboard.press("Shift+ArrowRight");
    await expect(ada.getByRole("status").getByText("Chosen: second reading")).toBeAttached();
    await ada.keyboard.press("Enter");
    await expect(ada.getByLabel("Your comment")).toBeFocused();
    await ada.keyboard.type("Second to whom? The first is never dated.");
    await ada.keyboard.press("Control+Enter");
    await expect(ada.getByRole("status").getByText("Comment posted")).toBeAttached();
    const thread = ada.getByRole("article", { name: "Comment by Ada Okafor" });
    await expect(thread).toBeFocused();

    await ada.keyboard.press("Escape");
    await expect(first).toBeFocused();
    await ada.keyboard.press("t");
    await expect(thread).toBeFocused();
    await tabTo(ada, thread.getByLabel("Your reply"));
    await ada.keyboard.type("And nobody says by whom.");
    await ada.keyboard.press("Control+Enter");
    await expect(ada.getByRole("status").getByText("Reply posted")).toBeAttached();
    await ada.keyboard.press("Escape");
    await expect(first).toBeFocused();
  });

  await test.step("she answers the prompt and cites", async () => {
    await press(ada, tab(ada, "Discussion"));
    await press(ada, ada.getByRole("main").getByRole("link", { name: question }));
    await type(ada, ada.getByLabel("Your response"), "It was put to the vote at midnight [[midnight");
    await expect(ada.getByRole("option").first()).toBeVisible();
    await ada.keyboard.press("ArrowDown");
    await ada.keyboard.press("ArrowUp");
    await ada.keyboard.press("Enter");
    await expect(ada.getByLabel("Your response")).toHaveValue(/\[\[\d+ ¶\d+\]\]/);
    await ada.keyboard.press("Control+Enter");
    await expect(ada.getByText("Posted").first()).toBeVisible();
  });

  await test.step("Inés grades by digits and goes on to the next", async () => {
    await press(ines, tab(ines, "Gradebook"));
    await press(ines, ines.getByRole("columnheader").filter({ hasText: title }).getByRole("link").first());
    const queue = ines.getByRole("navigation", { name: "Grading queue" });
    await press(ines, queue.getByRole("link", { name: /Ada Okafor/ }));
    await expect(ines.getByRole("heading", { name: "Ada Okafor" })).toBeVisible();
    for (const digit of ["4", "4", "3", "4"]) await ines.keyboard.press(digit);
    await ines.keyboard.press("f");
    await expect(ines.getByLabel("Feedback")).toBeFocused();
    await ines.keyboard.type("You ask who speaks. Ask next who keeps silent.");
    await ines.keyboard.press("Control+Enter");
    await expect(ines.getByRole("heading", { name: "Ada Okafor" })).toHaveCount(0);
    await press(ines, queue.getByRole("link", { name: /Ada Okafor/ }));
    await expect(ines.getByText("Saved as a draft")).toBeVisible();
    await press(ines, ines.getByRole("button", { name: "Release", exact: true }));
    await expect(ines.getByText("Released: the student sees it")).toBeVisible();
  });
});
