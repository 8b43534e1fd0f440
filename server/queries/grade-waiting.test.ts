import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import type { CourseAccess } from "./course-access";
import { assignmentToGrade } from "./grade-waiting";
import { gradebookOf } from "./gradebook";

let cast: Cast;
let later: { assignmentId: string; readingId: string };
beforeEach(async () => {
  cast = await makeCourse();
  later = await assignment(2, 9);
});

/** One more assignment on the course's text, due in so many days. */
async function assignment(position: number, due: number, publishedAt: Date | null = inDays(-5)) {
  const { courseId, versionId } = cast;
  const [assignmentId, readingId] = [uuidv7(), uuidv7()];
  const dates = { opensAt: inDays(-4), dueAt: inDays(due), closesAt: inDays(due), publishedAt };
  const title = `Week ${position}`;
  await db().assignment.create({
    data: { id: assignmentId, courseId, position, title, points: 20, ...dates },
  });
  await db().reading.create({ data: { id: readingId, courseId, assignmentId, versionId, position } });
  return { assignmentId, readingId };
}

async function comment(author: CourseAccess, readingId = cast.readingId, what: object = {}) {
  const id = uuidv7();
  const own = { authorId: author.actor.membershipId, threadAuthorId: author.actor.membershipId };
  const { courseId, rooms } = cast;
  await db().comment.create({
    data: { id, threadId: id, courseId, roomId: rooms.a, readingId, body: "Whose?", ...own, ...what },
  });
  return id;
}

const answer = (author: CourseAccess, what: object = {}) =>
  db().response.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      roomId: cast.rooms.a,
      promptId: cast.promptId,
      authorId: author.actor.membershipId,
      body: "Whose indeed.",
      submittedAt: today,
      ...what,
    },
  });

const grade = (student: CourseAccess, assignmentId = cast.assignmentId) =>
  db().grade.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      assignmentId,
      studentId: student.actor.membershipId,
      graderId: cast.assistant.actor.membershipId,
      updatedAt: today,
    },
  });

const goesOn = () => assignmentToGrade(cast.assistant);

it("goes on where work waits that was due first, whatever its place in the course", async () => {
  const early = await assignment(3, 1);
  await comment(cast.ada, later.readingId);
  expect(await goesOn()).toBe(later.assignmentId);
  await answer(cast.liming);
  expect(await goesOn()).toBe(cast.assignmentId);
  await comment(cast.stranger, early.readingId);
  expect(await goesOn()).toBe(early.assignmentId);
  await grade(cast.stranger, early.assignmentId);
  await grade(cast.liming);
  expect(await goesOn()).toBe(later.assignmentId);
});

it("leads to the last that was published where nothing waits, and nowhere where there is none", async () => {
  await assignment(3, 1, null);
  expect(await goesOn()).toBe(later.assignmentId);
  await db().assignment.updateMany({ where: { courseId: cast.courseId }, data: { publishedAt: null } });
  expect(await goesOn()).toBeNull();
});

it("takes for waiting what the gradebook counts as waiting, and nothing else", async () => {
  const thread = await comment(cast.instructor);
  const membershipId = cast.stranger.actor.membershipId;
  await db().membership.update({ where: { id: membershipId }, data: { withdrawnAt: today } });
  await Promise.all([
    comment(cast.ada, cast.readingId, { audience: "private" }),
    comment(cast.ada, cast.readingId, { deletedAt: today }),
    comment(cast.ada, cast.readingId, { threadId: thread, parentId: thread }),
    comment(cast.observer),
    comment(cast.stranger),
    answer(cast.ada, { submittedAt: null }),
    answer(cast.ada, { deletedAt: today }),
    answer(cast.assistant),
  ]);
  const waiting = async () =>
    (await gradebookOf(cast.assistant, today)).assignments.map(({ toGrade }) => toGrade);
  expect(await waiting()).toEqual([0, 0]);
  expect(await goesOn()).toBe(later.assignmentId);
  await comment(cast.ada, cast.readingId, { audience: "instructors" });
  expect(await waiting()).toEqual([1, 0]);
  expect(await goesOn()).toBe(cast.assignmentId);
});

it("is for those who grade", async () => {
  const refused = { refusal: { code: "not-allowed" } };
  await expect(assignmentToGrade(cast.ada)).rejects.toMatchObject(refused);
});
