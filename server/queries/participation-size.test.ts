import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect, it, vi } from "vitest";
import { db, pool } from "@/server/adapters/db";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { participationFields, participationOf, participationOfAll } from "./participation";

/** Puts `students` into a course and `comments` by them into its assignment: one in three answers another. */
async function fill(cast: Cast, students: number, comments: number): Promise<void> {
  const people = Array.from({ length: students }, () => uuidv7());
  await db().user.createMany({
    data: people.map((id) => ({ id, email: `${id}@example.test`, name: `Student ${id.slice(-4)}` })),
  });
  await db().membership.createMany({
    data: people.map((id) => ({ id, courseId: cast.courseId, userId: id, role: "student" as const })),
  });
  const written = Array.from({ length: comments }, (_, at) => {
    const parent = at % 3 === 2 ? at - 1 : null;
    return { id: uuidv7(), at, authorId: people[(at * 7) % students] ?? "", parent };
  });
  const wordsOf = (at: number) =>
    Array.from({ length: 40 }, (_, n) => `w${(at * 31 + n * n * 17) % 1999}`).join(" ");
  await db().comment.createMany({
    data: written.map(({ id, at, authorId, parent }) => ({
      id,
      courseId: cast.courseId,
      roomId: cast.rooms.a,
      readingId: cast.readingId,
      authorId,
      threadId: parent === null ? id : (written[parent]?.id ?? id),
      threadAuthorId: parent === null ? authorId : (written[parent]?.authorId ?? authorId),
      parentId: parent === null ? null : written[parent]?.id,
      paragraphId: cast.paragraphIds[at % 3],
      body: wordsOf(at),
      words: 40,
      createdAt: today,
    })),
  });
  await db().citation.createMany({
    data: written
      .filter(({ at }) => at % 4 === 0)
      .map(({ id, at }) => ({
        id: uuidv7(),
        courseId: cast.courseId,
        commentId: id,
        readingId: cast.readingId,
        paragraphId: cast.paragraphIds[(at + 1) % 3] ?? "",
        position: 0,
      })),
  });
  await db().event.createMany({
    data: written.map(({ id, at, authorId }) => ({
      courseId: cast.courseId,
      roomId: cast.rooms.a,
      seq: at + 1,
      type: "comment.posted",
      actorId: authorId,
      subjectId: id,
      payload: { threadId: id, audience: "group" },
      at: today,
    })),
  });
  await pool().query('ANALYZE "Event", "Comment", "Citation"');
}

async function measure(work: () => Promise<unknown>) {
  const query = vi.spyOn(pg.Client.prototype, "query");
  // The processor's time, which does not depend on who else is at work on the machine.
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const taken = (user + system) / 1000;
  const statements = query.mock.calls.length;
  query.mockRestore();
  return { taken, statements };
}

async function sized(students: number, comments: number) {
  const cast = await makeCourse();
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { participationPoints: 10 } });
  await fill(cast, students, comments);
  const where = { id: cast.assignmentId };
  const assignment = await db().assignment.findUniqueOrThrow({ where, select: participationFields });
  const { id } = await db().membership.findFirstOrThrow({
    where: { courseId: cast.courseId, role: "student", comments: { some: {} } },
    select: { id: true },
  });
  const all = async () => {
    expect((await participationOfAll(cast.instructor, cast.assignmentId)).size).toBe(students + 3);
  };
  const one = async () => {
    expect(await participationOf(cast.instructor, assignment, id)).not.toBeNull();
  };
  const best = async (work: () => Promise<unknown>) => {
    const runs = [await measure(work), await measure(work), await measure(work), await measure(work)];
    return runs.reduce((least, run) => (run.taken < least.taken ? run : least));
  };
  return { all: await best(all), one: await best(one) };
}

it("asks as little of a class of 300 with 5,000 comments as of one of 10, and answers at once", async () => {
  const small = await sized(10, 30);
  const large = await sized(300, 5000);
  expect([small.all.statements, small.one.statements]).toEqual([4, 1]);
  expect([large.all.statements, large.one.statements]).toEqual([4, 1]);
  // Milliseconds; well over what either takes, for slower machines.
  expect(large.all.taken).toBeLessThan(1200);
  expect(large.one.taken).toBeLessThan(400);
}, 120_000);
