import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { blank } from "@/domain/grading/grade";
import type { NotificationKind } from "@/domain/notification/notification";
import { type Mailbox, openMailbox } from "@/e2e/mailbox";
import type { Prisma } from "@/prisma/client/client";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { saveExtension } from "@/server/commands/extension/save-extension";
import { withdrawExtension } from "@/server/commands/extension/withdraw-extension";
import { recallGrade } from "@/server/commands/grade/recall-grade";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { sendLetter } from "@/server/commands/letter/send-letter";
import { saveResponse } from "@/server/commands/response/save-response";
import type { CourseAccess } from "@/server/queries/course-access";
import { notificationsOf, unreadCount } from "@/server/queries/notification";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { post, tell, work } from "@/server/testing/post";

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  process.env.SMTP_URL = mailbox.url;
  process.env.MAIL_FROM = "glossa@mail.example.test";
  process.env.NEXTAUTH_URL = "https://glossa.example.test/";
});
afterAll(() => mailbox.close());

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  mailbox.arrived.length = 0;
});

const hours = (n: number) => new Date(today.getTime() + n * 3_600_000);
const claimOf = (access: CourseAccess) => ({ userId: access.userId, sessionVersion: 1 });
const mailed = (access: CourseAccess) =>
  mailbox.arrived.filter(({ to }) => to.includes(`${access.userId}@example.test`));
const list = async (access: CourseAccess, now = today) =>
  (await notificationsOf(claimOf(access), null, now)).items;
const change = (data: Prisma.AssignmentUpdateInput) =>
  db().assignment.update({ where: { id: cast.assignmentId }, data });

const write = (access: CourseAccess, body: string, audience: "group" | "private" | "instructors" = "group") =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience,
      body,
    },
    today,
  );
const answer = (parentId: string, access: CourseAccess, body: string) =>
  replyToComment(access, { id: uuidv7(), parentId, body }, today);

/** As though the rules for who is told had a fault: told of it, whoever it is. */
const force = (access: CourseAccess, subjectId: string, kind: NotificationKind = "mention") =>
  db().notification.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      recipientId: access.actor.membershipId,
      kind,
      subjectId,
      at: today,
      delivery: "atOnce",
      mailAfter: today,
    },
  });

/** Neither list, count nor mail tells this person anything, by then. */
async function expectNothing(access: CourseAccess, now: Date) {
  await post(now);
  expect(await list(access, now)).toEqual([]);
  expect(await unreadCount(claimOf(access), now)).toBe(0);
  expect(mailed(access)).toEqual([]);
}

describe("what may not be seen yet", () => {
  it("waits until one has posted first oneself", async () => {
    const { id } = await write(cast.ada, "Look, @Li Ming: SECRET.");
    await change({ visibility: "postFirst", postFirst: 1 });
    await tell(today);
    expect(await db().notification.count({ where: { subjectId: id } })).toBe(1);
    await expectNothing(cast.liming, hours(1));
    await write(cast.liming, "My own word.");
    await post(hours(3));
    expect(await list(cast.liming, hours(3))).toMatchObject([{ kind: "mention", who: "Ada", unread: true }]);
    expect(mailed(cast.liming)).toHaveLength(1);
    expect(mailed(cast.liming)[0]?.text).toContain("SECRET");
  });

  it("waits until it is due where all is closed till then", async () => {
    const { id } = await write(cast.ada, "SECRET");
    await change({ visibility: "closedUntilDue" });
    await force(cast.liming, id);
    await expectNothing(cast.liming, inDays(2));
    await post(inDays(3.5));
    expect(mailed(cast.liming)).toHaveLength(1);
  });

  it("waits while the assignment is taken back", async () => {
    const { id } = await write(cast.ada, "SECRET");
    await force(cast.liming, id);
    await change({ publishedAt: null });
    await expectNothing(cast.liming, hours(1));
  });

  it("waits where a grade was recalled, and is told again when it comes back", async () => {
    const { assignmentId, ada, instructor, assistant } = cast;
    const at = { assignmentId, studentId: ada.actor.membershipId };
    const sent = { ...blank, ...at, id: uuidv7(), version: 0, points: "12.5", reason: "" };
    await saveGrade(assistant, sent, today);
    await releaseGrade(instructor, { ...at, version: 1 }, today);
    await tell(today);
    expect(await list(ada)).toMatchObject([{ kind: "graded", href: expect.stringContaining("/grades/") }]);
    await recallGrade(instructor, { ...at, version: 2, reason: "A slip." }, today);
    await tell(today);
    await expectNothing(ada, hours(1));
    await releaseGrade(instructor, { ...at, version: 3 }, hours(2));
    await tell(hours(2));
    await post(hours(3));
    await post(hours(4));
    expect(mailed(ada)).toHaveLength(1);
    expect(mailed(ada)[0]?.text).not.toContain("12.5");
  });
});

describe("what may never be seen", () => {
  it("is what another keeps private, or told the instructors alone", async () => {
    const kept = await write(cast.ada, "SECRET @Li Ming", "private");
    const asked = await write(cast.ada, "SECRET @Li Ming", "instructors");
    await tell(today);
    for (const { id } of [kept, asked]) await force(cast.liming, id, "reply");
    await expectNothing(cast.liming, inDays(10));
    await force(cast.instructor, kept.id);
    await expectNothing(cast.instructor, inDays(10));
    await force(cast.assistant, asked.id, "reply");
    await post(inDays(10));
    expect(mailed(cast.assistant)).toHaveLength(1);
  });

  it("is what another group says", async () => {
    const { id } = await write(cast.ada, "SECRET @Zofia");
    await tell(today);
    await force(cast.stranger, id, "reply");
    await expectNothing(cast.stranger, inDays(10));
  });

  it("is an answer before one's own where the prompt asks for that", async () => {
    await db().prompt.update({ where: { id: cast.promptId }, data: { postFirst: true } });
    const draft = { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "SECRET" };
    const { id } = await saveResponse(cast.ada, draft, "post", today);
    await force(cast.liming, id, "reply");
    await expectNothing(cast.liming, inDays(1));
  });

  it("is another's grade, another's letter, another course", async () => {
    const other = await makeCourse();
    const letter = { id: uuidv7(), to: [cast.ada.actor.membershipId], body: "SECRET" };
    await sendLetter(cast.instructor, letter, today);
    await force(cast.liming, letter.id, "letter");
    await force(other.ada, letter.id, "letter");
    await expectNothing(cast.liming, hours(1));
    await expectNothing(other.ada, hours(1));
  });
});

describe("names", () => {
  const hide = async (data: { names?: "pseudonyms"; blind?: true }) => {
    await change(data);
    const place = { id: cast.assignmentId, courseId: cast.courseId, names: "pseudonyms" as const };
    await transaction((tx) => giveClassAliases(tx, place));
  };
  const aliasOf = async ({ actor }: CourseAccess) =>
    (await db().alias.findFirstOrThrow({ where: { membershipId: actor.membershipId } })).name;

  it("are aliases to classmates where there are pseudonyms, in list and mail", async () => {
    const { id } = await write(cast.ada, "Whose?");
    const said = await answer(id, cast.liming, "Theirs.");
    await hide({ names: "pseudonyms" });
    await force(cast.ada, said.id, "answer");
    await post(hours(1));
    const alias = await aliasOf(cast.liming);
    expect(await list(cast.ada)).toMatchObject([{ who: alias }]);
    expect(JSON.stringify(await list(cast.ada))).not.toMatch(/Li Ming/);
    const [mail] = mailed(cast.ada);
    expect(mail?.text).toContain(alias);
    expect(`${mail?.headers.get("subject")} ${mail?.text} ${mail?.html}`).not.toMatch(/Li Ming/);
  });

  it("are aliases in the words, too, whoever is mentioned in them", async () => {
    const { id } = await write(cast.ada, "Whose?");
    const said = await answer(id, cast.instructor, "As @Li Ming has it: theirs.");
    await hide({ names: "pseudonyms" });
    await force(cast.ada, said.id, "answer");
    await post(hours(1));
    const alias = await aliasOf(cast.liming);
    expect(await list(cast.ada)).toMatchObject([{ text: `As @${alias} has it: theirs.` }]);
    expect(mailed(cast.ada)[0]?.text).toContain(alias);
    expect(`${mailed(cast.ada)[0]?.text} ${mailed(cast.ada)[0]?.html}`).not.toMatch(/Li Ming/);
  });
  it("are aliases to staff while it is graded blind, and names once they are given back", async () => {
    const { id } = await write(cast.instructor, "Whose?");
    await db().comment.update({ where: { id }, data: { roomId: cast.rooms.a } });
    const said = await answer(id, cast.ada, "Theirs.");
    await hide({ blind: true });
    await force(cast.instructor, said.id, "reply");
    await post(hours(1));
    const alias = await aliasOf(cast.ada);
    expect(await list(cast.instructor)).toMatchObject([{ who: alias }]);
    expect(
      `${mailed(cast.instructor)[0]?.headers.get("subject")} ${mailed(cast.instructor)[0]?.text}`,
    ).not.toMatch(/Ada/);
    await change({ namesShownAt: today });
    expect(await list(cast.instructor)).toMatchObject([{ who: "Ada" }]);
  });
});

describe("what is due, and when", () => {
  it("is told a day ahead to who has not handed in, once, and again where their own date moves", async () => {
    const draft = { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "Done." };
    await saveResponse(cast.liming, draft, "post", today);
    await work(inDays(1.9), "due-soon");
    expect(await list(cast.ada, inDays(1.9))).toEqual([]);
    await work(inDays(2.1), "due-soon", "due-soon");
    expect(await list(cast.ada, inDays(2.1))).toMatchObject([{ kind: "dueSoon", dueAt: inDays(3) }]);
    expect(await list(cast.liming, inDays(2.1))).toEqual([]);
    expect(await list(cast.instructor, inDays(2.1))).toEqual([]);
    await post(inDays(2.2));
    expect(mailed(cast.ada)).toHaveLength(1);
    const more = {
      id: uuidv7(),
      version: 0,
      assignmentId: cast.assignmentId,
      studentId: cast.ada.actor.membershipId,
      groupId: null,
      dueAt: inDays(6),
      closesAt: inDays(7),
      reason: "",
    };
    await saveExtension(cast.instructor, more, inDays(2.3));
    await tell(inDays(2.3));
    expect(await list(cast.ada, inDays(2.3))).toMatchObject([{ kind: "dates" }, { kind: "dueSoon" }]);
    await work(inDays(5.5), "due-soon");
    await post(inDays(5.6));
    expect(mailed(cast.ada)).toHaveLength(2);
    expect(mailed(cast.ada)[1]?.text).toContain("Due soon");
    await withdrawExtension(cast.instructor, { id: more.id, version: 1 }, inDays(5.7));
    await tell(inDays(5.7));
    expect(await list(cast.ada, inDays(5.7))).toMatchObject([{ kind: "dates", unread: true }]);
    expect(await list(cast.liming, inDays(5.7))).toEqual([]);
  });
});

describe("a letter", () => {
  it("comes to each alone, in words of their own, once however often it is sent", async () => {
    const to = [cast.ada, cast.liming].map(({ actor }) => actor.membershipId);
    const letter = { id: uuidv7(), to, body: "Dear {name},\n\ncome and see me." };
    expect(await sendLetter(cast.assistant, letter, today)).toMatchObject({ to: 2 });
    expect(await sendLetter(cast.assistant, letter, today)).toMatchObject({ to: 2 });
    await tell(today);
    await post(hours(1));
    expect(mailed(cast.ada)).toHaveLength(1);
    expect(mailed(cast.ada)[0]?.to).toHaveLength(1);
    expect(mailed(cast.ada)[0]?.text).toContain("> Dear Ada,\n> \n> come and see me.");
    expect(mailed(cast.liming)[0]?.text).toContain("Dear Li Ming,");
    await expect(sendLetter(cast.ada, { ...letter, id: uuidv7() }, today)).rejects.toMatchObject({
      refusal: { code: "not-allowed" },
    });
  });
});
