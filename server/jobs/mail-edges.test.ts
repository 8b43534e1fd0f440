import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NotificationKind } from "@/domain/notification/notification";
import { type Mailbox, openMailbox } from "@/e2e/mailbox";
import { db, pool, transaction } from "@/server/adapters/db";
import { putOff } from "@/server/adapters/held-post";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { sendLetter } from "@/server/commands/letter/send-letter";
import { chooseDelivery } from "@/server/commands/notification/choose-delivery";
import { gatherMail } from "@/server/commands/notification/gather-mail";
import { sendMail } from "@/server/commands/notification/send-mail";
import { unsubscribe } from "@/server/commands/notification/unsubscribe";
import type { CourseAccess } from "@/server/queries/course-access";
import { choicesFor } from "@/server/queries/notification";
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

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  mailbox.arrived.length = 0;
  mailbox.be("take");
});

const minutes = (n: number) => new Date(today.getTime() + n * 60_000);
const hours = (n: number) => minutes(60 * n);
const claimOf = ({ userId }: CourseAccess) => ({ userId, sessionVersion: 1 });
const choose = (kind: NotificationKind, delivery: "atOnce" | "daily" | "never", now = today) =>
  chooseDelivery(claimOf(cast.ada), { kind, delivery }, now);
const arrivedAt = (address: string) => mailbox.arrived.filter(({ to }) => to.includes(address));
const arrived = () => arrivedAt(`${cast.ada.userId}@example.test`);
const rename = (access: CourseAccess, name: string) =>
  db().user.update({ where: { id: access.userId }, data: { name } });

async function ask(access = cast.ada) {
  const place = { readingId: cast.readingId, paragraphId: null, passage: null };
  const rest = { signal: "question", audience: "group", body: "Whose consent?" } as const;
  return (await postComment(access, { id: uuidv7(), ...place, ...rest }, today)).id;
}
const reply = (parentId: string, body: string, now = today) =>
  replyToComment(cast.liming, { id: uuidv7(), parentId, body }, now);

describe("what has gone into a mail meanwhile", () => {
  it("is not put off by whoever read it before, and so not mailed twice", async () => {
    await choose("reply", "atOnce");
    await reply(await ask(), "As always.");
    await tell(today);
    const { id } = await db().notification.findFirstOrThrow({ where: { courseId: cast.courseId } });
    await post(minutes(1));
    // One that looked before it could be seen, and is slow to say so.
    await transaction((tx) => putOff(tx, { held: [{ id, until: minutes(2) }], gone: [] }, null));
    await transaction((tx) => putOff(tx, { held: [], gone: [id] }, null));
    await post(hours(1));
    expect(arrived()).toHaveLength(1);
    expect(await db().notification.count({ where: { id } })).toBe(1);
  });
});

describe("a mail server that is away for a day", () => {
  it("has each mail once when it is back", async () => {
    mailbox.be("later");
    await choose("reply", "atOnce");
    await reply(await ask(), "As always.");
    await tell(today);
    for (let minute = 1; minute <= 24 * 60; minute += 60) await post(minutes(minute));
    mailbox.be("take");
    for (let hour = 24; hour <= 48; hour += 3) await post(hours(hour));
    expect(arrived()).toHaveLength(1);
  });
});

describe("who is mailed, and where", () => {
  it("is at the address that holds when it is sent", async () => {
    await choose("reply", "atOnce");
    await reply(await ask(), "As always.");
    await tell(today);
    await gatherMail(minutes(1));
    const email = `${cast.ada.userId}@elsewhere.test`;
    await db().user.update({ where: { id: cast.ada.userId }, data: { email } });
    await post(minutes(2));
    expect(arrived()).toEqual([]);
    expect(arrivedAt(email)).toHaveLength(1);
  });

  it("is nobody who has left between the gathering and the sending", async () => {
    await choose("reply", "atOnce");
    await reply(await ask(), "As always.");
    await tell(today);
    await gatherMail(minutes(1));
    const { membershipId } = cast.ada.actor;
    await db().membership.update({ where: { id: membershipId }, data: { withdrawnAt: minutes(1.5) } });
    await post(minutes(2));
    expect(arrived()).toEqual([]);
    expect(await db().mail.count({ where: { userId: cast.ada.userId } })).toBe(0);
  });

  it("is none of the demo's people, whatever they choose, and they are told so", async () => {
    await db().user.update({ where: { id: cast.ada.userId }, data: { demo: true } });
    const thread = await ask();
    await reply(thread, "As always.");
    await tell(today);
    expect(await choose("reply", "atOnce")).toMatchObject({ noMail: "demo" });
    await reply(thread, "Still.");
    await tell(today);
    await post(hours(48));
    expect(arrived()).toEqual([]);
    expect(await choicesFor(claimOf(cast.liming))).toMatchObject({ noMail: null });
  });

  it("is nobody in any course by a kind that was stopped from one", async () => {
    const other = await makeCourse();
    const theirs = {
      id: uuidv7(),
      courseId: other.courseId,
      userId: cast.ada.userId,
      role: "student",
    } as const;
    await db().membership.create({ data: theirs });
    await sendLetter(
      cast.instructor,
      { id: uuidv7(), to: [cast.ada.actor.membershipId], body: "One." },
      today,
    );
    await tell(today);
    await post(minutes(2));
    const url = new URL(arrived()[0]?.headers.get("list-unsubscribe")?.slice(1, -1) ?? "");
    await unsubscribe(url.searchParams.get("token") ?? "", minutes(3));
    await sendLetter(other.instructor, { id: uuidv7(), to: [theirs.id], body: "Two." }, minutes(4));
    await tell(minutes(4));
    await post(hours(48));
    expect(arrived().map(({ text }) => text.includes("> Two."))).toEqual([false]);
  });
});

describe("the day's mail", () => {
  it("goes out in the morning of the course for whoever has said no zone, also where daily is chosen late", async () => {
    await choose("reply", "atOnce");
    const thread = await ask();
    await reply(thread, "As always.");
    await tell(today);
    await choose("reply", "daily", minutes(0.5));
    await reply(thread, "Still.", minutes(0.5));
    await tell(minutes(0.5));
    await post(new Date("2026-03-11T06:59:00Z"));
    expect(arrived()).toEqual([]);
    // Eight in Zurich.
    await post(new Date("2026-03-11T07:00:00Z"));
    await post(new Date("2026-03-11T08:00:00Z"));
    expect(arrived()).toHaveLength(1);
    expect(arrived()[0]?.headers.get("subject")).toBe("2 new: Orders");
  });

  it("is one, however much there is: the first of it, every letter, and how much more", async () => {
    const thread = await ask();
    const subjects = Array.from({ length: 500 }, () => uuidv7());
    const root = await db().comment.findUniqueOrThrow({ where: { id: thread } });
    const theirs = { parentId: thread, authorId: cast.liming.actor.membershipId, signal: null };
    await db().comment.createMany({
      data: subjects.map((id, at) => ({ ...root, ...theirs, id, body: `Reply number ${at}.` })),
    });
    const letter = { id: uuidv7(), to: [cast.ada.actor.membershipId], body: "A letter." };
    await sendLetter(cast.instructor, letter, today);
    const recipientId = cast.ada.actor.membershipId;
    const row = (subjectId: string, kind: NotificationKind, at: Date) => ({
      ...{ id: uuidv7(), courseId: cast.courseId, recipientId, kind, subjectId, at },
      ...{ delivery: "daily" as const, mailAfter: hours(12) },
    });
    await db().notification.createMany({
      data: [...subjects.map((id) => row(id, "reply", today)), row(letter.id, "letter", minutes(1))],
    });
    await post(hours(13));
    await post(hours(14));
    expect(arrived()).toHaveLength(1);
    const [mail] = arrived();
    expect(mail?.headers.get("subject")).toBe("501 new: Orders");
    expect(mail?.text.match(/> Reply number/g)).toHaveLength(50);
    expect(mail?.text).toContain("> A letter.");
    expect(mail?.text).toContain("450 more notifications: https://glossa.example.test/notifications");
    expect(mail?.html.length).toBeLessThan(100_000);
  });
});

describe("hostile names and titles", () => {
  const mailed = async () => {
    await choose("reply", "atOnce");
    await reply(await ask(), "<script>alert(1)</script> & more");
    await tell(today);
    await post(minutes(2));
    const [mail] = arrived();
    if (!mail) throw new Error("no mail came");
    return mail;
  };

  it("that look encoded are not decoded into something else", async () => {
    await rename(cast.ada, "=?utf-8?Q?Ada=0D=0ABcc:_x@y.test?=");
    await db().course.update({
      where: { id: cast.courseId },
      data: { title: "=?utf-8?Q?Your_grade_is_there?=" },
    });
    await choose("reply", "atOnce");
    const thread = await ask();
    await reply(thread, "One.");
    await reply(thread, "Two.");
    await tell(today);
    await post(minutes(2));
    const [mail] = arrived();
    expect(mail?.headers.get("to")).not.toMatch(/Bcc: x@y/);
    expect(mail?.headers.get("subject")).toContain("?utf-8?Q?Your_grade_is_there?=");
  });

  it("that are endless, or of many scripts, come whole up to their end", async () => {
    await rename(cast.liming, `${"x".repeat(196)}👩‍🏫👩‍🏫`);
    const long = await mailed();
    expect(long.headers.get("subject")).not.toContain("\uFFFD");
    expect([...(long.headers.get("subject") ?? "")].length).toBeLessThanOrEqual(200);
  });

  it("from right to left, and those that turn what follows, leave the rest as it is", async () => {
    await rename(cast.liming, "שרה \u202Egnikaeps");
    await rename(cast.ada, "Ada 🦉 Żółć");
    const mail = await mailed();
    expect(mail.headers.get("subject")).toBe("שרה gnikaeps replied to you · Orders · Week 1");
    expect(mail.headers.get("to")).toContain("Ada 🦉 Żółć");
    expect(mail.text).toContain("\u2068שרה gnikaeps\u2069 replied to you");
    expect(`${mail.text}${mail.html}`).not.toContain("\u202E");
    expect(mail.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
    expect(mail.html).not.toContain("<script");
  });
});

describe("what is to go out at once", () => {
  const asked = async () => {
    const { rows } = await pool().query<{ key: string }>(
      "SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'gather' AND run_at > now()",
    );
    return rows.length;
  };
  beforeEach(() =>
    pool().query("SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE key IS NOT NULL"),
  );

  it("is gathered when its time has come, not when the clock next looks", async () => {
    const thread = await ask();
    await reply(thread, "As always.");
    await tell(today);
    expect(await asked()).toBe(0);
    await choose("reply", "atOnce");
    await reply(thread, "Still.");
    await tell(today);
    expect(await asked()).toBe(1);
  });
});

it("a mail whose words could not be written waits, and is not lost", async () => {
  await choose("reply", "atOnce");
  await reply(await ask(), "As always.");
  await tell(today);
  await gatherMail(minutes(1));
  const { id } = await db().mail.findFirstOrThrow({ where: { userId: cast.ada.userId } });
  await db().user.update({ where: { id: cast.ada.userId }, data: { timeZone: "no such zone" } });
  await sendMail(id, minutes(2));
  await post(hours(3));
  expect(arrived()).toHaveLength(1);
});
