import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/server/adapters/db";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import type { CourseAccess } from "./course-access";
import { gradePage } from "./grade-page";
import { gradebookOf } from "./gradebook";

let cast: Cast;

interface Words {
  paragraph?: number;
  passage?: [number, number];
  audience?: "group" | "private" | "instructors";
  threadId?: string;
  at?: Date;
}

async function comment(author: CourseAccess, body: string, words: Words = {}) {
  const id = uuidv7();
  const [start, end] = words.passage ?? [];
  await db().comment.create({
    data: {
      id,
      courseId: cast.courseId,
      roomId: cast.rooms.a,
      readingId: cast.readingId,
      authorId: author.actor.membershipId,
      threadId: words.threadId ?? id,
      threadAuthorId: author.actor.membershipId,
      parentId: words.threadId ?? null,
      paragraphId: words.paragraph === undefined ? null : cast.paragraphIds[words.paragraph],
      startOffset: start,
      endOffset: end,
      ...(words.passage && { quote: "initiative", prefix: "An ", suffix: " of" }),
      audience: words.audience ?? "group",
      body,
      createdAt: words.at ?? today,
    },
  });
  return id;
}

/** Statements sent to PostgreSQL while `work` ran, without those that open and close transactions. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = query.mock.calls.length;
  query.mockRestore();
  return count;
}

beforeAll(async () => {
  cast = await makeCourse();
  const root = await comment(cast.ada, "Who counts?", { paragraph: 1, passage: [3, 13] });
  await comment(cast.liming, "Nobody does.", { paragraph: 1, threadId: root });
  await comment(cast.ada, "Then why ask?", { paragraph: 1, threadId: root });
  await comment(cast.ada, "A note to myself.", { paragraph: 0, audience: "private" });
  await comment(cast.ada, "For the instructors.", { paragraph: 0, audience: "instructors" });
  const other = await comment(cast.liming, "Since 2014?", { paragraph: 2 });
  await comment(cast.ada, "Since 2013, I think.", { paragraph: 2, threadId: other, at: inDays(4) });
  await comment(cast.ada, "On all of it.");
  await db().response.createMany({
    data: [
      { body: "Mine, finished.", submittedAt: inDays(4) },
      { body: "Mine, a draft.", submittedAt: null },
    ].map((response) => ({
      id: uuidv7(),
      courseId: cast.courseId,
      roomId: cast.rooms.a,
      promptId: cast.promptId,
      authorId: cast.ada.actor.membershipId,
      createdAt: today,
      ...response,
    })),
  });
});

it("lays a student's work out where it was written, without what is private", async () => {
  const page = await gradePage(cast.assistant, cast.assignmentId, cast.ada.actor.membershipId);
  const [reading] = page.subject?.readings ?? [];
  expect(reading?.glosses.map((gloss) => gloss.body)).toEqual(["On all of it."]);
  const glosses = reading?.paragraphs.map((paragraph) => paragraph.glosses) ?? [];
  expect(glosses.map((list) => list.map((gloss) => [gloss.letter, gloss.body]))).toEqual([
    [["b", "For the instructors."]],
    [["c", "Who counts?"]],
    [["d", "Since 2013, I think."]],
  ]);
  expect(glosses[1]?.[0]?.passage).toEqual({ start: 3, end: 13 });
  expect(glosses[1]?.[0]?.replies.map((reply) => reply.body)).toEqual(["Nobody does.", "Then why ask?"]);
  expect(glosses[2]?.[0]).toMatchObject({ late: true, answers: { author: "Li Ming", body: "Since 2014?" } });
  expect(page.subject?.responses.map((response) => response.body)).toEqual(["Mine, finished."]);
  expect(page.subject?.responses[0]).toMatchObject({ late: true, words: 2 });
});

it("puts the queue in order and begins with whoever waits", async () => {
  const page = await gradePage(cast.instructor, cast.assignmentId, null);
  expect(page.students.map((student) => [student.name, student.group, student.state])).toEqual([
    ["Ada", "Group A", "todo"],
    ["Li Ming", "Group A", "todo"],
    ["Zofia", "Group B", "none"],
  ]);
  expect(page.students[0]?.lateBy).toBe(24 * 60 * 60 * 1000);
  expect(page.subject?.student.name).toBe("Ada");
  expect(Object.values(page.staff).sort()).toEqual(["Inés", "Tomasz"]);
});

it("counts in the gradebook who waits", async () => {
  const { assignments } = await gradebookOf(cast.assistant, today);
  expect(assignments[0]).toMatchObject({ toGrade: 2, released: 0, most: "20" });
});

it("takes five statements and the gradebook six at most", async () => {
  const { instructor, assignmentId, ada } = cast;
  const student = ada.actor.membershipId;
  expect(await statements(() => gradePage(instructor, assignmentId, student))).toBe(5);
  expect(await statements(() => gradebookOf(instructor, today))).toBeLessThanOrEqual(6);
});

it("is not there for another course's assignment, or for somebody who is not in the queue", async () => {
  const other = await makeCourse();
  const missing = { refusal: { code: "not-found" } };
  await expect(gradePage(cast.instructor, other.assignmentId, null)).rejects.toMatchObject(missing);
  const stranger = other.ada.actor.membershipId;
  await expect(gradePage(cast.instructor, cast.assignmentId, stranger)).rejects.toMatchObject(missing);
  const assistant = cast.assistant.actor.membershipId;
  await expect(gradePage(cast.instructor, cast.assignmentId, assistant)).rejects.toMatchObject(missing);
});
