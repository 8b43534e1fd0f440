import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { AssignmentDraft } from "@/domain/assignment/assignment";
import { expect, password, signIn, test } from "../fixtures";
import { call, makeReading } from "../scene";
import { arrivesOnce, card, crash, openThread, replies, reply, scene, sendReply, standing } from "../thread";

test("what was written offline outlives the tab and is sent once", async ({ as }) => {
  const at = await scene(as);
  const liming = await as("liming");
  await openThread(liming, at);
  const context = liming.context();

  await context.setOffline(true);
  await sendReply(liming, "Nobody did, there were three.");
  await expect(liming.getByRole("button", { name: /1 waiting/ })).toBeVisible();
  await expect(card(liming)).toContainText("Waiting to send");
  await reply(liming).fill("And a fourth that was");
  await expect(liming.getByText("1 draft here")).toBeVisible();
  await crash(liming);
  expect(await standing(at, "Nobody did, there were three.")).toBe(0);

  await context.setOffline(false);
  const again = await context.newPage();
  await openThread(again, at);
  await expect(reply(again)).toHaveValue("And a fourth that was");
  await arrivesOnce(at, "Nobody did, there were three.");
  await expect(again.getByRole("button", { name: /waiting/ })).toHaveCount(0);
  await expect(replies(again).getByText("Nobody did, there were three.")).toHaveCount(1);
});

test("a session that ended meanwhile keeps the words until its person is back", async ({
  as,
  accessible,
}) => {
  const at = await scene(as);
  const liming = await as("liming");
  await openThread(liming, at);
  await liming.context().clearCookies();
  await sendReply(liming, "The clerk counted them.");
  await expect(liming.getByText("You were signed out.")).toBeVisible();
  await expect(liming.getByRole("button", { name: /1 waiting/ })).toBeVisible();
  await accessible(liming);

  await test.step("somebody else on the same device neither sees nor sends them", async () => {
    const other = await liming.context().newPage();
    await signIn(other, "zofia");
    await liming.bringToFront();
    await liming.getByRole("button", { name: /1 waiting/ }).click();
    await liming.getByRole("dialog").getByRole("button", { name: "Try now" }).click();
    await other.goto(at.path);
    await expect(other.getByText(/^Live/)).toBeVisible();
    await expect(other.getByRole("button", { name: /waiting/ })).toHaveCount(0);
    await expect(other.getByText("The clerk counted them.")).toHaveCount(0);
    await other.waitForTimeout(1500);
    expect(await standing(at, "The clerk counted them.")).toBe(0);
    await liming.keyboard.press("Escape");
    await liming.context().clearCookies();
    await other.close();
  });

  await liming.getByRole("link", { name: "Sign in" }).click();
  await liming.getByLabel("E-mail").or(liming.locator("#email")).first().fill("liming@glossa.test");
  await liming.locator("#password").fill(password);
  await liming.getByRole("button", { name: "Sign in", exact: true }).click();
  await liming.waitForURL((url) => url.pathname === at.path);
  await arrivesOnce(at, "The clerk counted them.");
  await expect(liming.getByText("You were signed out.")).toHaveCount(0);
  await expect(liming.getByRole("button", { name: /waiting/ })).toHaveCount(0);
});

test("what is refused gives its words back, with the reason", async ({ as, accessible }) => {
  const at = await scene(as);
  const liming = await as("liming");
  await openThread(liming, at);
  const context = liming.context();

  await context.setOffline(true);
  await sendReply(liming, "I counted them myself.");
  const { courseId, assignmentId } = at;
  const held = await call<AssignmentDraft & { version: number }>(
    at.ines,
    "assignment.get",
    { courseId, id: assignmentId },
    "query",
  );
  const past = new Date(Date.now() - 60_000);
  const draft = { ...held, dueAt: past, closesAt: past };
  const changed = { courseId, id: assignmentId, draft };
  const { touches } = await call<{ touches: string }>(at.ines, "assignment.effects", changed);
  await call(at.ines, "assignment.save", { ...changed, version: held.version, touches });
  await context.setOffline(false);

  await expect(liming.getByRole("button", { name: /1 not sent/ })).toBeVisible({ timeout: 60_000 });
  expect(await standing(at, "I counted them myself.")).toBe(0);

  await liming.getByRole("button", { name: /1 not sent/ }).click();
  const list = liming.getByRole("dialog");
  await expect(list).toContainText("I counted them myself.");
  await expect(list).toContainText(/This closed on/);
  await accessible(liming);

  await liming.reload();
  await liming.getByRole("button", { name: /1 not sent/ }).click();
  await list.getByRole("button", { name: "Discard" }).click();
  await expect(liming.getByRole("button", { name: /not sent/ })).toHaveCount(0);
});

test("what is refused can be taken back, changed and sent again", async ({ as }) => {
  const at = await scene(as);
  const liming = await as("liming");
  await openThread(liming, at);
  // What stands between turns it away, once.
  await liming.route(
    "**/api/trpc/comment.reply*",
    (route) =>
      route.fulfill({
        status: 400,
        json: {
          error: { json: { message: "x", code: -32600, data: { code: "BAD_REQUEST", httpStatus: 400 } } },
        },
      }),
    { times: 1 },
  );
  await sendReply(liming, "It was the printer.");
  await expect(card(liming).getByText("Not sent.")).toBeVisible();
  await card(liming).getByRole("button", { name: "Take back" }).click();
  await expect(reply(liming)).toHaveValue("It was the printer.");
  await expect(card(liming).getByText("Not sent.")).toHaveCount(0);
  await sendReply(liming, "It was the printer’s mistake.");
  await arrivesOnce(at, "It was the printer’s mistake.");
  expect(await standing(at, "It was the printer.")).toBe(0);
});

test("two tabs show the same queue and the same draft, and send once", async ({ as }) => {
  const at = await scene(as);
  const one = await as("liming");
  const context = one.context();
  const two = await context.newPage();
  await openThread(one, at);
  await openThread(two, at);
  let sent = 0;
  context.on("request", (request) => {
    if (request.url().includes("comment.reply")) sent += 1;
  });

  await one.bringToFront();
  await reply(one).pressSequentially("Which col");
  await expect(reply(two)).toHaveValue("Which col");
  await two.bringToFront();
  await reply(two).press("End");
  await reply(two).pressSequentially("umns?");
  await expect(reply(one)).toHaveValue("Which columns?");

  await context.setOffline(true);
  await one.bringToFront();
  await reply(one).press("Control+Enter");
  for (const page of [one, two]) {
    await expect(page.getByRole("button", { name: /1 waiting/ })).toBeVisible();
    await expect(replies(page).getByText("Which columns?")).toBeVisible();
    await expect(reply(page)).toHaveValue("");
  }
  sent = 0;
  await context.setOffline(false);
  await arrivesOnce(at, "Which columns?");
  expect(sent).toBe(1);
  for (const page of [one, two]) {
    await expect(page.getByRole("button", { name: /waiting/ })).toHaveCount(0);
    await expect(replies(page).getByText("Which columns?")).toHaveCount(1);
  }
});

test("the tab that sends may die: another sends on", async ({ as }) => {
  const at = await scene(as);
  const one = await as("liming");
  const two = await one.context().newPage();
  await openThread(one, at);
  await openThread(two, at);
  // The answer never comes: the tab dies while it sends.
  await one.route("**/api/trpc/comment.reply*", () => {});
  const begun = one.waitForRequest(/comment\.reply/);
  await one.bringToFront();
  await sendReply(one, "Ask the other tab.");
  await begun;
  await crash(one);
  await arrivesOnce(at, "Ask the other tab.");
  await expect(two.getByRole("button", { name: /waiting/ })).toHaveCount(0);
});

/** The words of every draft in the device's database: what can be read there outlives the browser. */
const draftsOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("glossa"));
    const drafts = await done(database.transaction("drafts").objectStore("drafts").getAll());
    database.close();
    return drafts.map(({ text }: { text: string | null }) => text);
  });

test("what was just typed is there after the browser was killed", async ({ as, baseURL }, { project }) => {
  const at = await scene(as);
  const profile = mkdtempSync(path.join(tmpdir(), "glossa-browser-"));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...project.use.launchOptions,
      baseURL: baseURL ?? "",
      locale: "en-GB",
    });
    const page = await context.newPage();
    await signIn(page, "liming");
    return { context, page };
  };
  try {
    const first = await open();
    await openThread(first.page, at);
    await reply(first.page).pressSequentially("Half a thought about");
    await expect.poll(() => draftsOnDevice(first.page)).toContain("Half a thought about");
    // The browser names its process in the lock of its profile.
    const pid = Number(readlinkSync(path.join(profile, "SingletonLock")).split("-").at(-1));
    const gone = first.context.waitForEvent("close");
    process.kill(pid, "SIGKILL");
    await gone;

    const second = await open();
    await openThread(second.page, at);
    await expect(reply(second.page)).toHaveValue("Half a thought about");
    await second.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("a note to oneself that is kept for later is still for oneself", async ({ as }) => {
  const ines = await as("ines");
  const { path } = await makeReading(ines);
  const ada = await as("ada");
  const open = async () => {
    await ada.goto(path);
    await ada.locator('[data-n="1"]').focus();
    await ada.keyboard.press("c");
  };
  await open();
  await ada.getByLabel("Who sees it").selectOption("private");
  await ada.getByRole("textbox", { name: "Your comment" }).fill("I do not believe a word of this.");
  await open();
  await expect(ada.getByRole("textbox", { name: "Your comment" })).toHaveValue(
    "I do not believe a word of this.",
  );
  await expect(ada.getByLabel("Who sees it")).toHaveValue("private");
});
