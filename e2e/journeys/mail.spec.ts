import { type BrowserContextOptions, request } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { freePort } from "../../scripts/lib/ports.mjs";
import { at, type Course, join, makeCourse, prompt } from "../course";
import { expect, password, test } from "../fixtures";
import { Glossa } from "../glossa";
import { mailClock } from "../mail-clock";
import { type Arrived, type Mailbox, openMailbox } from "../mailbox";
import { call } from "../scene";
import { comment, replyTo, studentsOf } from "../talk";

/** Of their own: the demo's people are never written to. */
const PEOPLE = { nora: "Nora Field", ravi: "Ravi Shah", tove: "Tove Lind" };
const inDays = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);
const FEEDBACK = "Between the two of us: read it again.";

let mailbox: Mailbox;
let glossa: Glossa;

test.beforeAll(async () => {
  mailbox = await openMailbox();
  glossa = new Glossa(await freePort(), {
    SMTP_URL: mailbox.url,
    MAIL_FROM: "Glossa <glossa@mail.example.test>",
  });
  await glossa.start();
  const anybody = await request.newContext({ baseURL: glossa.address() });
  for (const [person, name] of Object.entries(PEOPLE)) {
    const data = { json: { email: `${person}@glossa.test`, name, password } };
    const answer = await anybody.post("/api/trpc/account.create", { data });
    expect(answer.status(), `${person} signs up`).toBe(200);
  }
  await anybody.dispose();
});

test.afterAll(async () => {
  await glossa.remove();
  await mailbox.close();
});

const mailFor = (person: string) => mailbox.arrived.filter(({ to }) => to.includes(`${person}@glossa.test`));
const lastFor = (person: string): Arrived => at(mailFor(person), mailFor(person).length - 1);

/** The address in a mail that leads there. */
function linkIn({ text }: Arrived, form: RegExp): string {
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  return at(
    links.filter((link) => form.test(link)),
    0,
  );
}

test("mail comes once to whom it concerns, says no more than they may read, and stops by one click", async ({
  as,
  browser,
}) => {
  const here: BrowserContextOptions = { baseURL: glossa.address() };
  const ines = await as("ines", here);
  const course: Course = await makeCourse(ines, {
    prompts: [prompt()],
    // Due in three days: what is due within one is mailed as well.
    draft: { visibility: "postFirst", postFirst: 1, dueAt: inDays(3), closesAt: inDays(4) },
  });
  const { courseId, assignmentId } = course;
  const { aMinutePasses, morningComes } = mailClock(glossa, courseId);
  const [nora, ravi, tove] = [
    await join(as, course, "nora", here),
    await join(as, course, "ravi", here),
    await join(as, course, "tove", here),
  ];

  await test.step("Nora chooses to hear of replies at once", async () => {
    await nora.goto("/account");
    const choice = nora.getByRole("combobox", { name: "Replies to what I wrote" });
    await expect(choice).toHaveValue("daily");
    await choice.selectOption("At once");
    await expect(nora.getByText("Saved.")).toBeVisible();
    await expect(nora.getByText("This server sends no mail")).toHaveCount(0);
    await expect(nora.getByRole("combobox", { name: "A grade of mine is released" })).toBeVisible();
    await expect(nora.getByRole("combobox", { name: "A student asks for another look" })).toHaveCount(0);
  });

  const threadId = await comment(nora, course, "Who counted the columns?");
  const ravis = await comment(ravi, course, "The small states did.");
  const slip = await replyTo(ravi, course, threadId, "A slip of the pen.");
  await replyTo(ravi, course, threadId, "Whoever drew them, @Tove Lind.");
  await call(ravi, "comment.delete", { courseId, id: slip });

  await test.step("the mail comes by itself, once, and leads to the reply", async () => {
    await aMinutePasses();
    await expect.poll(() => mailFor("nora"), { timeout: 150_000, intervals: [200] }).toHaveLength(1);
    const mail = lastFor("nora");
    expect(mail.to).toEqual(["nora@glossa.test"]);
    expect(mail.headers.get("subject")).toContain("replied to you");
    expect(mail.text).toContain("Whoever drew them");
    expect(`${mail.text}${mail.html}`).not.toContain("A slip of the pen");
    await nora.goto(linkIn(mail, /\/readings\//));
    await expect(nora.getByText("Whoever drew them")).toBeVisible();
  });

  await test.step("Tove, who has not posted yet, is not told what she may not read", async () => {
    await morningComes();
    expect(mailFor("tove")).toEqual([]);
    await comment(tove, course, "Nobody drew them.");
    await morningComes();
    expect(mailFor("tove")).toHaveLength(1);
    expect(lastFor("tove").text).toContain("Whoever drew them");
  });

  await test.step("one click stops it without signing in; looking at the link does not", async () => {
    const mail = lastFor("nora");
    expect(mail.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const address = mail.headers.get("list-unsubscribe")?.slice(1, -1) ?? "";
    const program = await request.newContext();
    const replies = async () =>
      (await call<{ choices: Record<string, string> }>(nora, "notification.choices", {}, "query")).choices
        .reply;
    await program.get(address);
    await program.get(linkIn(mail, /\/unsubscribe\?/));
    expect(await replies()).toBe("atOnce");
    expect((await program.post(address.replace(/.(?=$)/, "~"))).status()).toBe(404);
    const form = { "List-Unsubscribe": "One-Click" };
    expect((await program.post(address, { form })).status()).toBe(200);
    expect((await program.post(address, { form })).status()).toBe(200);
    expect(await replies()).toBe("never");
    await program.dispose();

    await call(ravi, "notification.choose", { kind: "reply", delivery: "atOnce" });
    await replyTo(ravi, course, threadId, "And who rubbed them out?");
    await replyTo(nora, course, ravis, "Nobody did.");
    await morningComes();
    expect(mailFor("ravi")).toHaveLength(1);
    expect(lastFor("ravi").text).toContain("Nobody did.");
    expect(mailFor("nora")).toHaveLength(1);
    await nora.goto("/notifications");
    await expect(nora.getByRole("main")).toContainText("And who rubbed them out?");
  });

  await test.step("a released grade is mailed to its student alone, without what it says", async () => {
    const grades = new Map<string, object>();
    for (const { id: studentId, name } of await studentsOf(course)) {
      const save = { ...blank, id: uuidv7(), assignmentId, studentId, version: 0, points: "7.25" };
      await call(ines, "grade.save", { courseId, ...save, feedback: FEEDBACK, reason: "" });
      grades.set(name, { courseId, assignmentId, studentId });
    }
    const of = (name: string) => grades.get(name) ?? {};
    await call(ines, "grade.release", { ...of("Ravi Shah"), version: 1 });
    await call(ines, "grade.recall", { ...of("Ravi Shah"), version: 2, reason: "A slip." });
    await call(ines, "grade.release", { ...of("Nora Field"), version: 1 });
    await morningComes();
    expect(mailFor("nora")).toHaveLength(2);
    const mail = lastFor("nora");
    expect(mail.headers.get("subject")).toContain("Your grade is there");
    for (const words of [FEEDBACK, "7.25"]) expect(`${mail.text}${mail.html}`).not.toContain(words);
    expect(mailFor("ravi")).toHaveLength(1);
    expect(mailFor("tove")).toHaveLength(1);
    await nora.goto(linkIn(mail, /\/grades\//));
    await expect(nora.getByText(FEEDBACK)).toBeVisible();
  });

  await test.step("by the page that the mail leads to, a person stops it as well", async () => {
    const context = await browser.newContext(here);
    const page = await context.newPage();
    await page.goto(linkIn(lastFor("nora"), /\/unsubscribe\?/));
    await page.getByRole("button", { name: "Stop these mails" }).click();
    await expect(page.getByText("Done. You will get no more mails of this kind.")).toBeVisible();
    await context.close();
    await nora.goto("/account");
    await expect(nora.getByRole("combobox", { name: "A grade of mine is released" })).toHaveValue("never");
    await expect(nora.getByRole("combobox", { name: "Comments that name me" })).toHaveValue("atOnce");
  });
});
