import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { saveResponse } from "@/server/commands/response/save-response";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import type { CourseAccess } from "./course-access";
import { activityOf } from "./insight-activity";
import { fallingBehind } from "./insight-behind";
import { readingHeat } from "./insight-heat";
import { openQuestions } from "./insight-questions";
import { repliesBetween } from "./insight-replies";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const all = { assignmentId: null, sectionId: null };

async function comment(
  access: CourseAccess,
  more: { words?: string; signal?: "question" | null; audience?: "group" | "private" } = {},
) {
  const id = uuidv7();
  const words = more.words ?? "a speech was given";
  const start = texts[0].indexOf(words);
  await postComment(
    access,
    {
      id,
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? "",
      passage: { start, end: start + words.length, quote: words },
      signal: more.signal ?? null,
      audience: more.audience ?? "group",
      body: "Who gave it, and to whom?",
      groupId: null,
    },
    today,
  );
  return id;
}
const reply = (access: CourseAccess, threadId: string) =>
  replyToComment(access, { id: uuidv7(), parentId: threadId, body: "To those who came." }, today);

describe("the heat of a reading", () => {
  test("counts comments with their replies on their words, and no note to oneself", async () => {
    const thread = await comment(cast.ada, { signal: "question" });
    await reply(cast.liming, thread);
    await comment(cast.liming, { words: "speech was given on an island" });
    await comment(cast.ada, { audience: "private" });
    const { paragraphs } = await readingHeat(cast.instructor, {
      readingId: cast.readingId,
      sectionId: null,
    });
    expect(paragraphs[0]).toMatchObject({ comments: 3, questions: 1 });
    const said = paragraphs[0]?.warm.map(({ from, to, comments, asked }) => [
      texts[0].slice(from, to),
      comments,
      asked,
    ]);
    expect(said).toEqual([
      ["a ", 2, true],
      ["speech was given", 3, true],
      [" on an island", 1, false],
    ]);
    expect(paragraphs[1]).toMatchObject({ comments: 0, warm: [] });
  });

  test("is of a section's threads where one is asked for, and of no other course", async () => {
    await comment(cast.ada);
    const sectionId = uuidv7();
    await db().section.create({ data: { id: sectionId, courseId: cast.courseId, name: "One" } });
    const heat = { readingId: cast.readingId, sectionId };
    expect((await readingHeat(cast.instructor, heat)).paragraphs[0]?.comments).toBe(0);
    await db().membership.update({ where: { id: cast.ada.actor.membershipId }, data: { sectionId } });
    expect((await readingHeat(cast.instructor, heat)).paragraphs[0]?.comments).toBe(1);
    const elsewhere = await makeCourse();
    await expect(readingHeat(elsewhere.instructor, heat)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
    await expect(readingHeat(cast.ada, heat)).rejects.toMatchObject({ refusal: { code: "not-allowed" } });
  });
});

test("open questions call nobody by name where names are hidden, whom they mention neither", async () => {
  const { courseId, assignmentId } = cast;
  const mentioning = await comment(cast.ada, { signal: "question" });
  await db().comment.update({ where: { id: mentioning }, data: { body: "Does @Li Ming know?" } });
  const membershipId = cast.liming.actor.membershipId;
  await db().mention.create({
    data: { commentId: mentioning, courseId, membershipId, words: "Li Ming" },
  });
  await db().assignment.update({ where: { id: assignmentId }, data: { blind: true } });
  await db().alias.create({
    data: { id: uuidv7(), courseId, assignmentId, membershipId, name: "Heron 7" },
  });
  const [asked] = (await openQuestions(cast.assistant, all, today)).questions;
  expect(asked?.body).toBe("Does @Heron 7 know?");
});

test("open questions are all counted, also those that are not listed", async () => {
  const id = await comment(cast.ada, { signal: "question" });
  const { threadAuthorId, ...root } = await db().comment.findUniqueOrThrow({ where: { id } });
  const more = Array.from({ length: 230 }, () => uuidv7());
  await db().comment.createMany({
    data: more.map((each) => ({ ...root, threadAuthorId, id: each, threadId: each })),
  });
  const { questions, waiting } = await openQuestions(cast.instructor, all, today);
  expect([questions.length, waiting[cast.readingId]]).toEqual([200, 231]);
  const heat = await readingHeat(cast.instructor, { readingId: cast.readingId, sectionId: null });
  expect(heat.paragraphs[0]?.questions).toBe(231);
});

test("open questions are those nobody has answered, and go by alias where names are hidden", async () => {
  const threadId = await comment(cast.ada, { signal: "question" });
  await comment(cast.liming);
  const { questions, waiting } = await openQuestions(cast.instructor, all, today);
  expect(waiting).toEqual({ [cast.readingId]: 1 });
  expect(questions).toMatchObject([
    { threadId, reading: 1, paragraph: 1, replies: 0, author: { name: "Ada" } },
  ]);
  await db().alias.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      assignmentId: cast.assignmentId,
      membershipId: cast.ada.actor.membershipId,
      name: "Heron",
    },
  });
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true } });
  const { questions: hidden } = await openQuestions(cast.instructor, all, today);
  expect(JSON.stringify(hidden)).not.toContain("Ada");
  expect(hidden).toMatchObject([{ author: { name: "Heron" } }]);
  await db().comment.update({ where: { id: threadId }, data: { resolvedAt: today } });
  expect(await openQuestions(cast.instructor, all, today)).toEqual({ questions: [], waiting: {} });
});

test("replies tie people together by the names they go by", async () => {
  const thread = await comment(cast.ada);
  await reply(cast.liming, thread);
  await reply(cast.liming, thread);
  const keys = { ada: cast.ada.actor.membershipId, liming: cast.liming.actor.membershipId };
  const { ties, talkers, people } = await repliesBetween(cast.instructor, all, today);
  expect(ties).toEqual([{ from: keys.liming, to: keys.ada, count: 2 }]);
  expect(talkers.find(({ id }) => id === keys.ada)).toMatchObject({ given: 0, received: 2, partners: 1 });
  expect(people.map(({ name }) => name)).toContain("Zofia");
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true } });
  expect(await repliesBetween(cast.instructor, all, today)).toMatchObject({ ties: [], hidden: ["Week 1"] });
});

test("activity is counted by the days of the course's calendar", async () => {
  // Half past eleven at night in Zürich.
  const late = new Date("2026-03-10T22:30:00Z");
  await comment(cast.ada);
  await saveResponse(
    cast.ada,
    {
      id: uuidv7(),
      promptId: cast.promptId,
      version: 0,
      body: "Nobody's.",
      positionId: null,
    },
    "post",
    late,
  );
  const { days } = await activityOf(cast.instructor, all);
  expect(days).toEqual([{ day: "2026-03-10", comments: 1, replies: 0, answers: 1, evidence: 0, stances: 0 }]);
});

describe("who is falling behind", () => {
  const names = async (now: Date) =>
    (await fallingBehind(cast.assistant, all, now)).map(({ name, reasons }) => [
      name,
      reasons.map(({ kind }) => kind),
    ]);

  test("is who has neither read nor written, and then owes what was due", async () => {
    await comment(cast.ada);
    expect(await names(today)).toEqual([
      ["Li Ming", ["unread", "unwritten"]],
      ["Zofia", ["unread", "unwritten"]],
    ]);
    expect(await names(inDays(4))).toEqual([
      ["Li Ming", ["unread", "unwritten", "missing"]],
      ["Zofia", ["unread", "unwritten", "missing"]],
      ["Ada", ["unread", "missing"]],
    ]);
  });

  test("tells the day somebody was here, and no moment at which an alias wrote", async () => {
    await comment(cast.ada);
    const all = await fallingBehind(cast.assistant, { assignmentId: null, sectionId: null }, inDays(4));
    // Midnight in Zurich.
    expect(all.find(({ name }) => name === "Ada")?.seenAt).toEqual(new Date("2026-03-09T23:00:00Z"));
  });

  test("knows other dates, and who is excused", async () => {
    const { courseId, assignmentId } = cast;
    const studentId = cast.liming.actor.membershipId;
    await db().extension.create({
      data: {
        id: uuidv7(),
        courseId,
        assignmentId,
        studentId,
        dueAt: inDays(9),
        closesAt: inDays(9),
        createdById: cast.instructor.actor.membershipId,
        createdAt: today,
      },
    });
    await db().grade.create({
      data: {
        id: uuidv7(),
        courseId,
        assignmentId,
        studentId: cast.stranger.actor.membershipId,
        graderId: cast.instructor.actor.membershipId,
        standing: "excused",
        updatedAt: today,
      },
    });
    expect(await names(inDays(4))).toEqual([
      ["Ada", ["unread", "unwritten", "missing"]],
      ["Li Ming", ["unread", "unwritten"]],
    ]);
  });
});
