import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import type { Naming } from "@/domain/comment/voice";
import { type Cast, makeCourse } from "@/server/testing/cast";
import { giveAliases } from "./aliases";
import { db, transaction } from "./db";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

async function makeStudents(count: number): Promise<string[]> {
  const { courseId } = cast;
  const people = Array.from({ length: count }, () => ({ id: uuidv7(), userId: uuidv7() }));
  await db().user.createMany({
    data: people.map(({ userId }) => ({ id: userId, email: `${userId}@example.test`, name: "Somebody" })),
  });
  await db().membership.createMany({
    data: people.map((person) => ({ ...person, courseId, role: "student" as const })),
  });
  return people.map((person) => person.id);
}

const give = (ids: string[], names: Naming = "pseudonyms") =>
  transaction((tx) => giveAliases(tx, { id: cast.assignmentId, courseId: cast.courseId, names }, ids));
const given = () => db().alias.findMany({ where: { assignmentId: cast.assignmentId } });

it("gives twenty who come at once twenty aliases, whoever comes twice one", async () => {
  const students = await makeStudents(20);
  await Promise.all([...students, ...students.slice(0, 5)].map((student) => give([student])));
  const rows = await given();
  expect(rows.map((row) => row.membershipId).sort()).toEqual(students.sort());
  expect(new Set(rows.map((row) => row.name)).size).toBe(20);
  await give(students);
  expect(await given()).toEqual(expect.arrayContaining(rows));
  expect(await given()).toHaveLength(20);
});

it("tells in no id who somebody is or who came first", async () => {
  const students = await makeStudents(3);
  for (const student of students) await give([student]);
  for (const { id, membershipId } of await given()) {
    expect(id).not.toBe(membershipId);
    // A version 7 would carry the moment.
    expect(id.charAt(14)).toBe("4");
  }
});

it("gives none where names are shown", async () => {
  await give(await makeStudents(2), "named");
  expect(await given()).toEqual([]);
});
