import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Mailbox, openMailbox } from "@/e2e/mailbox";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { chooseDelivery } from "@/server/commands/notification/choose-delivery";
import { gatherMail } from "@/server/commands/notification/gather-mail";
import { notifyRoom } from "@/server/commands/notification/notify-room";
import { sendMail } from "@/server/commands/notification/send-mail";
import { settleLostMail } from "@/server/commands/notification/settle-lost-mail";
import { unsubscribe } from "@/server/commands/notification/unsubscribe";
import type { CourseAccess } from "@/server/queries/course-access";
import { unreadCount } from "@/server/queries/notification";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { post, tell } from "@/server/testing/post";

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  process.env.SMTP_URL = mailbox.url;
  process.env.MAIL_FROM = "Glossa <glossa@mail.example.test>";
  process.env.NEXTAUTH_URL = "https://glossa.example.test";
});
afterAll(() => mailbox.close());

const claimOf = (access: CourseAccess) => ({ userId: access.userId, sessionVersion: 1 });
const minutes = (n: number) => new Date(today.getTime() + n * 60_000);
const hours = (n: number) => minutes(60 * n);

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  mailbox.arrived.length = 0;
  mailbox.be("take");
});

const ask = (body: string, access = cast.ada) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: "question",
      audience: "group",
      body,
    },
    today,
  );

const reply = (parentId: string, body: string, access = cast.liming, now = today) =>
  replyToComment(access, { id: uuidv7(), parentId, body }, now);

const choose = (access: CourseAccess, delivery: "atOnce" | "daily" | "never") =>
  chooseDelivery(claimOf(access), { kind: "reply", delivery }, today);

/** What has arrived for Ada: others of the file's casts may have mail of their own. */
const arrived = () => mailbox.arrived.filter(({ to }) => to.includes(`${cast.ada.userId}@example.test`));

const mails = async (access: CourseAccess) =>
  db().mail.findMany({ where: { userId: access.userId }, orderBy: { createdAt: "asc" } });

/** Ada is replied to, and wants to know at once. */
async function replied(body = "As always.") {
  await choose(cast.ada, "atOnce");
  const { id } = await ask("Whose consent?");
  const made = await reply(id, body);
  await tell(today);
  return { threadId: id, replyId: made.id };
}

describe("at once", () => {
  it("goes out a minute later, in one mail with what came meanwhile, and never again", async () => {
    const { threadId } = await replied('As <always>, & "loudly".');
    await reply(threadId, "And again.", cast.instructor, minutes(0.5));
    await tell(minutes(0.5));
    await post(minutes(0.75));
    expect(arrived()).toEqual([]);
    await post(minutes(1));
    await post(minutes(2));
    expect(arrived()).toHaveLength(1);
    const [mail] = arrived();
    expect(mail?.to).toEqual([`${cast.ada.userId}@example.test`]);
    expect(mail?.from).toBe("glossa@mail.example.test");
    expect(mail?.headers.get("subject")).toBe("2 new: Orders");
    expect(mail?.text).toContain("Li Ming replied to you");
    expect(mail?.text).toContain('> As <always>, & "loudly".');
    expect(mail?.text).toContain("Inés replied to you");
    expect(mail?.html).toContain("As &lt;always&gt;, &amp; &quot;loudly&quot;.");
    expect(mail?.text).toContain(
      `https://glossa.example.test/courses/${cast.courseId}/readings/${cast.readingId}?thread=${threadId}`,
    );
    const [row] = await mails(cast.ada);
    expect(row).toMatchObject({ state: "sent", attempts: 1 });
    expect(mail?.headers.get("message-id")).toBe(`<${row?.id}@mail.example.test>`);
    expect(await unreadCount(claimOf(cast.ada), minutes(3))).toBe(2);
  });

  it("tells nobody of what they did themselves, nor whoever left", async () => {
    await choose(cast.ada, "atOnce");
    const { id } = await ask("Whose consent?");
    await reply(id, "Mine.", cast.ada);
    const other = await ask("And whose law?", cast.liming);
    await choose(cast.liming, "atOnce");
    await reply(other.id, "Nobody's.");
    await db().membership.update({
      where: { id: cast.liming.actor.membershipId },
      data: { withdrawnAt: today },
    });
    await tell(today);
    await post(hours(1));
    expect(arrived()).toEqual([]);
    expect(await db().notification.count({ where: { courseId: cast.courseId } })).toBe(0);
  });

  it("keeps its headers whole, whatever names and titles hold", async () => {
    await db().user.update({
      where: { id: cast.ada.userId },
      data: { name: 'Ada\r\nBcc: all@example.test\r\n"<x@y>"' },
    });
    await db().course.update({
      where: { id: cast.courseId },
      data: { title: "Orders\r\nX-Evil: yes" },
    });
    await replied();
    await post(hours(1));
    const [mail] = arrived();
    expect(mail?.to).toEqual([`${cast.ada.userId}@example.test`]);
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("bcc");
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("x-evil");
    expect(mail?.headers.get("subject")).toBe("Li Ming replied to you · Orders X-Evil: yes · Week 1");
  });
});

describe("daily and never", () => {
  it("gathers the day's for eight in the morning where the person is", async () => {
    await db().user.update({ where: { id: cast.ada.userId }, data: { timeZone: "America/New_York" } });
    const { id } = await ask("Whose consent?");
    await reply(id, "As always.");
    await tell(today);
    await reply(id, "Still.", cast.instructor, hours(2));
    await tell(hours(2));
    await post(new Date("2026-03-11T11:59:00Z"));
    expect(arrived()).toEqual([]);
    await post(new Date("2026-03-11T12:00:00Z"));
    await post(new Date("2026-03-11T12:15:00Z"));
    expect(arrived()).toHaveLength(1);
    expect(arrived()[0]?.text).toContain("> Still.");
  });

  it("mails nothing to whoever wants none, and shows it all the same", async () => {
    await choose(cast.ada, "never");
    const { id } = await ask("Whose consent?");
    await reply(id, "As always.");
    await tell(today);
    await post(hours(48));
    expect(arrived()).toEqual([]);
    expect(await unreadCount(claimOf(cast.ada), today)).toBe(1);
  });

  it("stops by the one click that the mail's header names, what is on its way as well", async () => {
    const { threadId } = await replied();
    await post(hours(1));
    const [mail] = arrived();
    expect(mail?.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const url = new URL(mail?.headers.get("list-unsubscribe")?.slice(1, -1) ?? "");
    expect(url.pathname).toBe("/api/unsubscribe");
    await reply(threadId, "And more.", cast.instructor, hours(1));
    await tell(hours(1));
    const token = url.searchParams.get("token") ?? "";
    expect(await unsubscribe(token, hours(1))).toEqual(["reply"]);
    expect(await unsubscribe(token, hours(1))).toEqual(["reply"]);
    await reply(threadId, "And yet more.", cast.instructor, hours(2));
    await tell(hours(2));
    await post(hours(48));
    expect(arrived()).toHaveLength(1);
    const forged = token.replace(cast.ada.userId, cast.liming.userId);
    await expect(unsubscribe(forged, today)).rejects.toMatchObject({ refusal: { code: "not-found" } });
    await expect(unsubscribe("", today)).rejects.toMatchObject({ refusal: { code: "not-found" } });
  });
});

describe("what changes before it is sent", () => {
  it("is not told of once it is deleted", async () => {
    const { replyId } = await replied();
    await deleteComment(cast.liming, replyId, minutes(0.5));
    await post(hours(1));
    expect(arrived()).toEqual([]);
    expect(await mails(cast.ada)).toEqual([]);
    expect(await unreadCount(claimOf(cast.ada), hours(1))).toBe(0);
  });

  it("is not told of where it was deleted while the mail waited for the mail server", async () => {
    mailbox.be("later");
    const { replyId } = await replied("A slip.");
    await post(minutes(1));
    expect(await mails(cast.ada)).toMatchObject([{ state: "waiting", attempts: 1 }]);
    await deleteComment(cast.liming, replyId, minutes(2));
    mailbox.be("take");
    await post(hours(1));
    expect(arrived()).toEqual([]);
    expect(await mails(cast.ada)).toEqual([]);
  });
});

describe("done twice", () => {
  it("tells once, whoever tells", async () => {
    await choose(cast.ada, "atOnce");
    const { id } = await ask("Whose consent?");
    await reply(id, "As always.");
    await Promise.all(Array.from({ length: 4 }, () => notifyRoom(cast.rooms.a, today)));
    await db().room.update({ where: { id: cast.rooms.a }, data: { notifiedSeq: 0 } });
    await notifyRoom(cast.rooms.a, today);
    expect(await db().notification.count({ where: { courseId: cast.courseId } })).toBe(1);
  });

  it("gathers and sends once, whoever gathers and sends", async () => {
    await replied();
    await Promise.all(Array.from({ length: 4 }, () => gatherMail(hours(1))));
    const [mail, ...more] = await mails(cast.ada);
    expect(more).toEqual([]);
    await Promise.all(Array.from({ length: 4 }, () => sendMail(mail?.id ?? "", hours(1))));
    expect(arrived()).toHaveLength(1);
  });

  it("is done by two that work at once as by one", async () => {
    await replied();
    await Promise.all([post(hours(1)), post(hours(1))]);
    expect(arrived()).toHaveLength(1);
  });
});

describe("a mail server that does not take it", () => {
  it("is asked again after it said later, and more and more seldom", async () => {
    mailbox.be("later");
    await replied();
    await post(minutes(1));
    const [first] = await mails(cast.ada);
    expect(first).toMatchObject({ state: "waiting", attempts: 1, notBefore: minutes(2) });
    expect(first?.fault).toContain("451");
    await post(minutes(1.5));
    await post(minutes(2));
    expect(await mails(cast.ada)).toMatchObject([{ attempts: 2, notBefore: minutes(5) }]);
    mailbox.be("take");
    await post(minutes(5));
    expect(arrived()).toHaveLength(1);
    expect(await mails(cast.ada)).toMatchObject([{ state: "sent", attempts: 3, fault: null }]);
  });

  it("is not asked again after it said no", async () => {
    mailbox.be("refuse");
    await replied();
    await post(minutes(1));
    await post(hours(48));
    const [mail] = await mails(cast.ada);
    expect(mail).toMatchObject({ state: "failed", attempts: 1 });
    expect(mail?.fault).toContain("550");
    expect(arrived()).toEqual([]);
  });

  it("is not asked again where the line broke after the words: they may have arrived", async () => {
    mailbox.be("drop");
    await replied();
    await post(minutes(1));
    mailbox.be("take");
    await post(hours(48));
    expect(await mails(cast.ada)).toMatchObject([{ state: "uncertain", attempts: 1 }]);
    expect(arrived()).toHaveLength(1);
  });

  it("leaves what was claimed by whoever is gone as it is", async () => {
    await replied();
    await gatherMail(minutes(1));
    const [mail] = await mails(cast.ada);
    const id = mail?.id ?? "";
    await db().mail.update({
      where: { id },
      data: { state: "sending", attempts: 1, claimedAt: minutes(1) },
    });
    await settleLostMail(minutes(10));
    expect(await mails(cast.ada)).toMatchObject([{ state: "sending" }]);
    await settleLostMail(minutes(17));
    await sendMail(id, hours(1));
    await post(hours(48));
    expect(await mails(cast.ada)).toMatchObject([{ state: "uncertain" }]);
    expect(arrived()).toEqual([]);
  });
});
