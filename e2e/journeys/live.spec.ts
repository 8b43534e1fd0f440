import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { call, makeReading, select } from "../scene";

const card = (page: Page, name: string) =>
  page.getByRole("article", { name: new RegExp(`Comment by ${name}`) });
const showNew = (page: Page) => page.getByRole("button", { name: /^Show .*(new|changed)/ });

async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(/^Live/)).toBeVisible();
}

async function commentOn(page: Page, n: number, words: string): Promise<void> {
  await page.locator(`[data-n="${n}"]`).focus();
  await page.keyboard.press("c");
  await page.getByRole("textbox", { name: "Your comment" }).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
}

test("what one writes reaches the other at once, behind the counter", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines, { groups: true });
  const [ada, liming] = [await as("ada"), await as("liming")];
  await ready(ada, path);
  await ready(liming, path);

  await test.step("each sees the other reading", async () => {
    await expect(ada.getByRole("button", { name: /Reading now/ })).toContainText("李");
    await expect(liming.getByRole("button", { name: /Reading now/ })).toContainText("AO");
  });

  await test.step("a comment waits until it is asked for", async () => {
    await select(ada, { n: 2, at: 0 }, { n: 2, at: 8 });
    await ada.getByRole("toolbar").getByRole("button", { name: "Comment" }).click();
    await ada.getByRole("radio", { name: "Question" }).check({ force: true });
    await ada.getByRole("textbox", { name: "Your comment" }).fill("Whose order is meant here?");
    await ada.keyboard.press("Control+Enter");
    await expect(card(ada, "Ada")).toBeVisible();
    await expect(showNew(liming)).toBeVisible();
    await expect(card(liming, "Ada")).toHaveCount(0);
    await showNew(liming).click();
    await expect(card(liming, "Ada")).toContainText("Whose order is meant here?");
    await expect(card(liming, "Ada")).toContainText("Question");
  });

  await test.step("a reply, and that it is being written", async () => {
    await card(liming, "Ada").getByRole("button", { name: "Reply", exact: true }).click();
    await liming.getByRole("textbox", { name: "Your reply" }).fill("Of those who expect to meet again.");
    await liming.keyboard.press("Control+Enter");
    await expect(card(liming, "Ada").getByRole("list").getByText("Of those who expect")).toBeVisible();
    await expect(showNew(ada)).toBeVisible();
    await showNew(ada).click();
    await expect(card(ada, "Ada")).toContainText(/1 reply|Of those who expect/);
  });

  await test.step("a reaction moves nothing and shows at once", async () => {
    await card(liming, "Ada")
      .getByRole("button", { name: /Same question/ })
      .first()
      .click();
    await expect(card(ada, "Ada").getByText(/Same question\s*1/)).toBeVisible();
  });

  await test.step("an edit", async () => {
    await card(ada, "Ada").getByRole("button", { name: "More" }).first().click();
    await ada.getByRole("menuitem", { name: "Edit" }).click();
    await ada.getByRole("textbox", { name: "Edit your comment" }).fill("Whose order, and since when?");
    await ada.keyboard.press("Control+Enter");
    await expect(showNew(liming)).toBeVisible();
    await showNew(liming).click();
    await expect(card(liming, "Ada")).toContainText("Whose order, and since when?");
  });

  await test.step("a deletion leaves the place of what was answered", async () => {
    await card(ada, "Ada").getByRole("button", { name: "More" }).first().click();
    await ada.getByRole("menuitem", { name: "Delete" }).click();
    await ada.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(showNew(liming)).toBeVisible();
    await showNew(liming).click();
    await expect(liming.getByText("This comment was deleted.")).toBeVisible();
    await expect(liming.getByText("Whose order, and since when?")).toHaveCount(0);
  });
});

test("three groups in one reading hear only themselves, and staff hear all", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines, { groups: true });
  const readers = { zofia: await as("zofia"), ada: await as("ada"), aigerim: await as("aigerim") };
  const heard: Record<string, string> = {};
  for (const [name, page] of Object.entries(readers)) {
    heard[name] = "";
    page.on("response", async (response) => {
      if (response.url().includes("/api/trpc/")) heard[name] += await response.text().catch(() => "");
    });
    await ready(page, path);
  }
  await ready(ines, path);
  const { zofia, ada, aigerim } = readers;
  await commentOn(zofia, 1, "Group A speaks of the morning.");
  await commentOn(ada, 1, "Group B speaks of the morning.");
  await commentOn(aigerim, 1, "Group C speaks of the morning.");

  await expect(showNew(ines)).toHaveAccessibleName(/Show 3 new/);
  await showNew(ines).click();
  for (const group of ["A", "B", "C"]) {
    await expect(ines.getByText(`Group ${group} speaks of the morning.`)).toBeVisible();
  }
  for (const [name, page] of Object.entries(readers)) {
    await expect(showNew(page)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("article", { name: /^Comment by/ })).toHaveCount(1);
    const others = { zofia: ["B", "C"], ada: ["A", "C"], aigerim: ["A", "B"] }[name] ?? [];
    for (const group of others) expect(heard[name]).not.toContain(`Group ${group} speaks`);
  }
});

test("post-first: nothing of the others shows before one's own, and then all of it", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines, { draft: { visibility: "postFirst", postFirst: 1 } });
  const [ada, liming] = [await as("ada"), await as("liming")];
  let heard = "";
  ada.on("response", async (response) => {
    if (response.url().includes("/api/trpc/")) heard += await response.text().catch(() => "");
  });
  await ready(ada, path);
  await ready(liming, path);
  await commentOn(liming, 1, "Nobody spoke, and everybody knew.");
  await commentOn(liming, 3, "Time is what the large ones have.");

  await expect(ada.getByText("One more comment of your own")).toBeVisible();
  await ada.reload();
  await expect(ada.getByText(/^Live/)).toBeVisible();
  await expect(ada.getByRole("group", { name: "¶1, no comments" })).toBeVisible();
  await expect(showNew(ada)).toHaveCount(0);
  await expect(ada.getByRole("article", { name: /^Comment by/ })).toHaveCount(0);
  expect(heard).not.toContain("everybody knew");
  expect(await ada.content()).not.toContain("everybody knew");

  await commentOn(ada, 2, "A promise about tomorrow is cheap today.");
  await expect(ada.getByRole("article").getByText("Nobody spoke, and everybody knew.")).toBeVisible();
  await expect(ada.getByText("One more comment of your own")).toHaveCount(0);
});

test("pseudonyms: classmates meet aliases, staff see who is who", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines, { draft: { names: "pseudonyms" } });
  const [ada, liming] = [await as("ada"), await as("liming")];
  let heard = "";
  ada.on("response", async (response) => {
    if (response.url().includes("/api/")) heard += await response.text().catch(() => "");
  });
  await ready(ada, path);
  await ready(liming, path);
  await commentOn(liming, 1, "Nobody spoke, and everybody knew.");
  await expect(showNew(ada)).toBeVisible();
  await showNew(ada).click();
  const theirs = ada.getByRole("article").filter({ hasText: "everybody knew" });
  await expect(theirs).toBeVisible();
  await expect(theirs).toHaveAccessibleName(/Comment by [A-Z][a-z]+ [A-Z][a-z]+/);
  for (const told of [heard, await ada.content()]) {
    expect(told).not.toContain("Li Ming");
    expect(told).not.toContain("李明");
  }
  await ines.goto(path);
  await expect(ines.getByRole("article").filter({ hasText: "everybody knew" })).toContainText("Li Ming");
});

test("what waits is brought forth by nothing but asking", async ({ as }) => {
  const ines = await as("ines");
  const { path, courseId, readingId } = await makeReading(ines);
  const [ada, liming, zofia] = [await as("ada"), await as("liming"), await as("zofia")];
  await ready(ada, path);
  await ready(liming, path);
  await commentOn(liming, 2, "The first of two.");
  await showNew(ada).click();
  await expect(ada.getByText("The first of two.")).toBeVisible();
  await commentOn(liming, 2, "The second of two.");
  await expect(showNew(ada)).toBeVisible();

  const { comments } = await call<{ comments: { id: string; body: string }[] }>(
    zofia,
    "comment.ofReading",
    { courseId, readingId },
    "query",
  );
  const newestFirst = comments.toReversed();
  for (const { id } of newestFirst)
    await call(zofia, "comment.react", { courseId, id, reaction: "helpful", on: true });
  const first = ada.getByRole("article").filter({ hasText: "The first of two." });
  await expect(first.getByText(/Helpful\s*1/)).toBeVisible();
  await expect(ada.getByText("The second of two.")).toHaveCount(0);

  await commentOn(ada, 2, "One of my own.");
  await expect(ada.getByRole("group", { name: /^¶2, 3 comments/ })).toBeVisible();
  await expect(ada.getByText("The second of two.")).toHaveCount(0);

  await showNew(ada).click();
  await expect(ada.getByText("The second of two.")).toBeVisible();
});

test("a link to what is not there says so, and an odd address breaks nothing", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines);
  const ada = await as("ada");
  const nothing = "01930000-0000-7000-8000-000000000000";
  for (const end of [`?thread=${nothing}`, "?thread=nonsense"]) {
    await ada.goto(path + end);
    await expect(ada.getByRole("status").getByText("The thread that this link names")).toBeAttached();
  }
  await ada.goto(`${path}#p-%E0%A4%A`);
  await expect(ada.getByText(/^Live/)).toBeVisible();
});
