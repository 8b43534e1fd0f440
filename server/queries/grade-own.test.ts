import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { blank } from "@/domain/grading/grade";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { recallGrade } from "@/server/commands/grade/recall-grade";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { ownGrade } from "./grade-own";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { showsDistribution: true } });
});

async function student(name: string): Promise<Id> {
  const { courseId } = cast;
  const [userId, membershipId] = [uuidv7(), uuidv7()];
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name } });
  await db().membership.create({ data: { id: membershipId, courseId, userId, role: "student" } });
  return membershipId;
}

const placeOf = (studentId: Id) => ({ assignmentId: cast.assignmentId, studentId });

async function give(studentId: Id, points: string, releases = true) {
  const what = { ...blank, ...placeOf(studentId), id: uuidv7(), version: 0, points, reason: "" };
  await saveGrade(cast.instructor, what, today);
  if (releases) await releaseGrade(cast.instructor, { ...placeOf(studentId), version: 1 }, today);
}

/** How many of the class's grades are shown to Ada; null where none are. */
async function shown(): Promise<number | null> {
  const { distribution } = await ownGrade(cast.ada, cast.assignmentId);
  return distribution?.reduce((sum, { count }) => sum + count, 0) ?? null;
}

const all = () => [cast.ada, cast.liming, cast.stranger].map(({ actor }) => actor.membershipId);

describe("how the class's grades lie", () => {
  test("is shown from five on, once everybody's grade is out", async () => {
    const fourth = await student("Kwame");
    for (const id of [...all(), fourth]) await give(id, "12");
    expect(await shown()).toBeNull();
    const fifth = await student("Dmytro");
    expect(await shown()).toBeNull();
    await give(fifth, "18", false);
    expect(await shown()).toBeNull();
    await releaseGrade(cast.instructor, { ...placeOf(fifth), version: 1 }, today);
    expect(await shown()).toBe(5);
  });

  test("is not shown while somebody has no grade yet: the next one would be told by the difference", async () => {
    for (const id of [...all(), await student("Kwame"), await student("Dmytro")]) await give(id, "12");
    expect(await shown()).toBe(5);
    const late = await student("Ken");
    expect(await shown()).toBeNull();
    await give(late, "3");
    expect(await shown()).toBe(6);
    await recallGrade(cast.instructor, { ...placeOf(late), version: 2, reason: "Another look." }, today);
    expect(await shown()).toBeNull();
  });

  test("stays what it is when somebody leaves, and waits for nobody who has", async () => {
    const [fourth, fifth] = [await student("Kwame"), await student("Dmytro")];
    for (const id of [...all(), fourth, fifth]) await give(id, "12");
    await db().membership.update({ where: { id: fifth }, data: { withdrawnAt: today } });
    expect(await shown()).toBe(5);
    const gone = await student("Ken");
    await give(gone, "3", false);
    await db().membership.update({ where: { id: gone }, data: { withdrawnAt: today } });
    expect(await shown()).toBe(5);
  });

  test("is not shown where the assignment does not say so", async () => {
    for (const id of [...all(), await student("Kwame"), await student("Dmytro")]) await give(id, "12");
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { showsDistribution: false } });
    expect(await shown()).toBeNull();
  });
});
