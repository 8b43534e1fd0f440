import { beforeEach, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { keepPlace } from "./keep-place";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const keep = (access: CourseAccess, position: number, readingId = cast.readingId, now = today) =>
  keepPlace(access, { readingId, position }, now);
const placeOf = ({ actor }: CourseAccess) =>
  db().readingPlace.findUnique({
    where: { membershipId_readingId: { membershipId: actor.membershipId, readingId: cast.readingId } },
    select: { last: true, furthest: true, at: true },
  });

it("keeps where somebody is and how far they came, at each visit", async () => {
  await keep(cast.ada, 2);
  expect(await placeOf(cast.ada)).toEqual({ last: 2, furthest: 2, at: today });
  await keep(cast.ada, 3);
  await keep(cast.ada, 1, cast.readingId, inDays(1));
  expect(await placeOf(cast.ada)).toEqual({ last: 1, furthest: 3, at: inDays(1) });
  expect(await placeOf(cast.liming)).toBeNull();
  expect(await db().event.count({ where: { courseId: cast.courseId } })).toBe(0);
});

it("keeps one place when many come at once", async () => {
  await Promise.all([3, 1, 2, 3, 1].map((position) => keep(cast.ada, position)));
  expect((await placeOf(cast.ada))?.furthest).toBe(3);
});

it("is for whoever may read, and only what stands in the text", async () => {
  await keep(cast.observer, 1);
  expect(await placeOf(cast.observer)).toMatchObject({ last: 1 });
  await keep(cast.ada, 99);
  expect(await placeOf(cast.ada)).toBeNull();
  const early = new Date(inDays(-4).getTime() - 1);
  await expect(keep(cast.ada, 1, cast.readingId, early)).rejects.toMatchObject({
    refusal: { code: "not-open-yet" },
  });
});

it("is never a place in another course's text", async () => {
  const other = await makeCourse();
  await expect(keep(cast.ada, 1, other.readingId)).rejects.toMatchObject({ refusal: { code: "not-found" } });
  expect(await db().readingPlace.count({ where: { courseId: other.courseId } })).toBe(0);
});
