import type { Page } from "@playwright/test";
import { expect, openCourse, test } from "../fixtures";

const noId = "01a00000-0000-7000-8000-000000000000";

/** A query of the API as the browser would send it. */
const query = (procedure: string, input: object) =>
  `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

const courseIdIn = (path: string) => path.split("/").at(-1) ?? "";

async function importFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Import", exact: true }).click();
}

test("a file that is no text is refused in a sentence, and what was pasted stays", async ({ as }) => {
  const ines = await as("ines");
  const course = await openCourse(ines);
  await ines.goto(`${course}/sources/new`);
  const pasted = `Pasted before any file was chosen, ${Date.now()}.`;
  await expect(async () => {
    await ines.getByLabel("Text", { exact: true }).fill(pasted);
    await expect(ines.getByText("Kept on this device", { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de", "hex");
  const refused: [string, Buffer, RegExp][] = [
    ["empty.txt", Buffer.alloc(0), /The file is empty/],
    ["blank.txt", Buffer.from(" \n\t\n "), /The file is empty/],
    ["large.txt", Buffer.alloc(20 * 1024 * 1024, "a "), /larger than 2 MiB/],
    ["picture.txt", png, /not a text file/],
    ["nul.txt", Buffer.from("A line\0with a zero in it, and then some more."), /not a text file/],
    ["picture.png", png, /Only .txt and .md files/],
  ];
  for (const [name, bytes, sentence] of refused) {
    await importFile(ines, name, bytes);
    await expect(ines.getByRole("alert").filter({ hasText: sentence }), name).toBeVisible();
    await expect(ines.getByLabel("Text", { exact: true })).toHaveValue(pasted);
  }
  await ines.reload();
  await expect(ines.getByLabel("Text", { exact: true })).toHaveValue(pasted);
});

test("old encodings and a line without end are read, with a word of warning", async ({ as }) => {
  const ines = await as("ines");
  const course = await openCourse(ines);
  const text = "La sécurité européenne\n\nL’été où les États négocièrent, tout parut réglé.\n".replace(
    "’",
    "'",
  );
  const line = `One line. ${"The clause returned once more to the table. ".repeat(7_000)}`;
  const taken: [string, Buffer, string | RegExp, RegExp][] = [
    ["latin.txt", Buffer.from(text, "latin1"), "négocièrent", /this is a guess/],
    ["wide.txt", Buffer.from(text, "utf16le"), "négocièrent", /this is a guess/],
    ["line.txt", Buffer.from(line), "The clause returned once more", /very long/],
  ];
  for (const [name, bytes, words, warning] of taken) {
    await ines.goto(`${course}/sources/new`);
    await importFile(ines, name, bytes);
    await ines.waitForURL(/\/sources\/[^/]+\/edit/);
    await expect(ines.getByText(warning), name).toBeVisible();
    await expect(ines.getByRole("main").getByText(words).first(), name).toBeAttached();
  }
});

test("addresses that lead nowhere, or to what is not one’s own, say so", async ({ as }) => {
  const ines = await as("ines");
  const course = await openCourse(ines);
  const id = courseIdIn(course);
  const ada = await as("ada");
  const nowhere = [
    `/courses/${noId}`,
    "/courses/not-an-id",
    `${course}/readings/${noId}`,
    `${course}/readings/%00`,
    `${course}/prompts/${noId}`,
    `${course}/grades/${noId}`,
  ];
  // What is the staff's does not exist for a student.
  const staffs = ["/grade", "/sources", "/sources/new", "/assignments", "/assignments/new", "/people"];
  for (const address of [...nowhere, ...staffs.map((path) => course + path)]) {
    const answer = await ada.goto(address);
    await expect.soft(ada.getByRole("heading", { name: "Nothing is here" }).first(), address).toBeVisible();
    expect.soft(answer?.status(), address).toBe(404);
  }

  // The gradebook leads a student to their own grades.
  await ada.goto(`${course}/gradebook`);
  await expect(ada).toHaveURL(/\/grades$/);

  await ines.goto("/courses/new");
  await ines.getByLabel("Title").fill(`Another course ${Date.now()}`);
  await ines.getByLabel("Term").fill("Autumn 2026");
  await ines.getByRole("button", { name: "Open the course" }).click();
  await ines.waitForURL(/\/courses\/[0-9a-f-]{36}$/);
  const other = new URL(ines.url()).pathname;
  expect(other).not.toBe(course);
  await ada.goto(course);
  const href = await ada
    .getByRole("main")
    .getByRole("link", { name: "Ballast" })
    .first()
    .getAttribute("href");
  const readingId = (href ?? "").match(/readings\/([^#?]+)/)?.[1] ?? "";
  expect((await ines.goto(`${other}/readings/${readingId}`))?.status()).toBe(404);
  expect((await ada.goto(other))?.status()).toBe(404);

  const asked: [string, object, number[]][] = [
    ["gradebook.table", { courseId: id }, [403, 404]],
    ["source.list", { courseId: id }, [403, 404]],
    ["course.frame", { courseId: courseIdIn(other) }, [404]],
    ["reading.page", { courseId: courseIdIn(other), readingId }, [404]],
    ["course.frame", { courseId: "'; drop table course" }, [400]],
  ];
  for (const [procedure, input, statuses] of asked) {
    const answer = await ada.request.get(query(procedure, input));
    expect.soft(statuses, procedure).toContain(answer.status());
  }
  const write = await ada.request.post("/api/trpc/source.import", {
    data: { json: { courseId: id, id: crypto.randomUUID(), from: { kind: "text", text: "Mine." } } },
  });
  expect([400, 403, 404]).toContain(write.status());
  const renew = await ada.request.post("/api/trpc/course.renewJoinCode", {
    data: { json: { courseId: id, open: true } },
  });
  expect([403, 404]).toContain(renew.status());
});

test("what is posted twice is there once", async ({ as }) => {
  const ada = await as("ada");
  const course = await openCourse(ada);
  await ada.goto(course);
  await ada.getByRole("main").getByRole("link", { name: "Ballast" }).first().click();
  await ada.waitForURL(/\/readings\//);
  const words = `Sent with two presses, ${Date.now()}.`;
  await expect(async () => {
    await ada.keyboard.press("j");
    await ada.keyboard.press("c");
    await expect(ada.getByLabel("Your comment")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await ada.getByLabel("Your comment").fill(words);
  await ada.getByRole("button", { name: "Post" }).dblclick();
  await expect(ada.getByRole("article").filter({ hasText: words })).toHaveCount(1);
  await expect(ada.getByText("sending")).toHaveCount(0);
  await ada.reload();
  await expect(ada.getByRole("article").filter({ hasText: words })).toHaveCount(1);
});
