import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { pool } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { type Cast, inDays, makeCourse } from "@/server/testing/cast";
import { gradeNext, gradePage } from "./grade-page";
import { assignmentToGrade } from "./grade-waiting";

const STUDENTS = 300;
const ASSIGNMENTS = 12;
const EACH = 200;

let cast: Cast;

/** A course as large as they come: every student comments, answers one another and is graded in every assignment. */
beforeAll(async () => {
  cast = await makeCourse();
  const { courseId, assignmentId, versionId, groups, paragraphIds, promptId } = cast;
  const room = roomId({ courseId, assignmentId, groupId: groups.a });
  const grader = cast.assistant.actor.membershipId;
  const paragraph = paragraphIds[1];
  const run = (text: string, values: unknown[]) => pool().query(text, values);
  await run(
    `WITH people AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS member, n FROM generate_series(1, $2::int) n),
     users AS (INSERT INTO "User" (id, email, name) SELECT id, id || '@example.test', 'Student ' || n FROM people)
     INSERT INTO "Membership" (id, "courseId", "userId", role) SELECT member, $1, id, 'student' FROM people`,
    [courseId, STUDENTS],
  );
  await run(
    `INSERT INTO "Assignment" (id, "courseId", position, title, "publishedAt", "opensAt", "dueAt", "closesAt", points)
     SELECT gen_random_uuid(), $1, n + 1, 'Week ' || n, $2, $2, $3, $3, 20 FROM generate_series(2, $4::int) n`,
    [courseId, inDays(-5), inDays(3), ASSIGNMENTS],
  );
  await run(
    `INSERT INTO "Reading" (id, "courseId", "assignmentId", "versionId", position)
     SELECT gen_random_uuid(), $1, a.id, $2, a.position + 1 FROM "Assignment" a WHERE a."courseId" = $1 AND a.id <> $3`,
    [courseId, versionId, assignmentId],
  );
  await run(
    `INSERT INTO "Comment" (id, "courseId", "roomId", "readingId", "authorId", "threadId", "threadAuthorId",
       "paragraphId", audience, body, words, "createdAt")
     SELECT c.id, $1, $2, c.reading, c.author, c.id, c.author, $3, 'group', 'Words enough to be read at length.', 7, $4
     FROM (SELECT gen_random_uuid() AS id, r.id AS reading, m.id AS author
       FROM "Membership" m JOIN "Reading" r ON r."courseId" = m."courseId"
       CROSS JOIN generate_series(1, ceil($5::numeric / $6 / 2)::int) n
       WHERE m."courseId" = $1 AND m.role = 'student') c`,
    [courseId, room, paragraph, inDays(-1), EACH, ASSIGNMENTS],
  );
  await run(
    `INSERT INTO "Comment" (id, "courseId", "roomId", "readingId", "authorId", "threadId", "threadAuthorId", "parentId",
       "paragraphId", audience, body, words, "createdAt")
     SELECT gen_random_uuid(), "courseId", "roomId", "readingId", lead("authorId", 1, "authorId") OVER (ORDER BY id),
       id, "authorId", id, "paragraphId", 'group', 'An answer to it.', 4, "createdAt"
     FROM "Comment" WHERE "courseId" = $1`,
    [courseId],
  );
  await run(
    `INSERT INTO "Response" (id, "courseId", "roomId", "promptId", "authorId", body, "submittedAt")
     SELECT gen_random_uuid(), $1, $2, $3, id, 'An answer.', $4 FROM "Membership" WHERE "courseId" = $1 AND role = 'student'`,
    [courseId, room, promptId, inDays(-1)],
  );
  await run(
    `WITH graded AS (INSERT INTO "Grade" (id, "courseId", "assignmentId", "studentId", "graderId", points, "updatedAt")
       SELECT gen_random_uuid(), $1, a.id, m.id, $2, 12, $3 FROM "Membership" m
       JOIN "Assignment" a ON a."courseId" = m."courseId" WHERE m."courseId" = $1 AND m.role = 'student' RETURNING id)
     INSERT INTO "GradeVersion" ("gradeId", "courseId", version, "actorId", act, state, total, at)
     SELECT id, $1, n, $2, 'save', '{"points":"12","feedback":"","marks":{},"released":false}', 12, $3
     FROM graded CROSS JOIN generate_series(1, 3) n`,
    [courseId, grader, inDays(0)],
  );
  await run("ANALYZE", []);
}, 120_000);

/** Statements sent to PostgreSQL while `work` ran, and what it came to. */
async function sent<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const result = await work();
  const count = query.mock.calls.length;
  query.mockRestore();
  return [count, result];
}

// How long they take is measured by the bench (G1).
it(`turns to each of ${STUDENTS} students in three statements`, async () => {
  const { assistant, assignmentId } = cast;
  const { students } = await gradePage(assistant, assignmentId, null);
  expect(students.length).toBeGreaterThan(STUDENTS);
  for (const { id } of students.slice(0, 25)) {
    const [count, subject] = await sent(() => gradeNext(assistant, assignmentId, id));
    expect(count).toBe(3);
    expect(subject.student.id).toBe(id);
  }
});

it("lays the queue of so many out in as many statements as of a few", async () => {
  const [count] = await sent(() => gradePage(cast.assistant, cast.assignmentId, null));
  expect(count).toBe(5);
});

it("finds where grading goes on in one, also where nothing waits", async () => {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM "Assignment" WHERE "courseId" = $1 ORDER BY position DESC LIMIT 1`,
    [cast.courseId],
  );
  const [count, assignmentId] = await sent(() => assignmentToGrade(cast.assistant));
  expect(count).toBe(1);
  expect(assignmentId).toBe(rows[0]?.id);
});
