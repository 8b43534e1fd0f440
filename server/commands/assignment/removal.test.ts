import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/server/adapters/db";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { postComment } from "../comment/post-comment";
import { deleteAssignment } from "./delete-assignment";
import { publishAssignment } from "./publish-assignment";
import { unpublishAssignment } from "./unpublish-assignment";

let cast: Cast;
let at: { id: string; version: number };
beforeEach(async () => {
  cast = await makeCourse();
  at = { id: cast.assignmentId, version: 1 };
});

const refused = (code: string) => ({ refusal: { code } });
const say = () =>
  postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: null,
      audience: "group",
      body: "Little was said.",
    },
    today,
  );
const events = (type: string) => db().event.count({ where: { courseId: cast.courseId, type } });

describe("taking back", () => {
  test("makes a draft of it, once however often it is asked", async () => {
    await Promise.all([1, 2, 3].map(() => unpublishAssignment(cast.instructor, at, today)));
    const held = await unpublishAssignment(cast.assistant, at, today);
    expect(held).toMatchObject({ publishedAt: null, version: 2 });
    expect(await events("assignment.unpublished")).toBe(1);
    const again = await publishAssignment(cast.instructor, { id: held.id, version: 2 }, today);
    expect(again.publishedAt).toEqual(today);
  });

  test("ends when somebody has begun, or was given a grade", async () => {
    await say();
    await expect(unpublishAssignment(cast.instructor, at, today)).rejects.toMatchObject(refused("in-use"));
    const graded = await makeCourse();
    await db().grade.create({
      data: {
        id: uuidv7(),
        courseId: graded.courseId,
        assignmentId: graded.assignmentId,
        studentId: graded.ada.actor.membershipId,
        graderId: graded.assistant.actor.membershipId,
        updatedAt: today,
      },
    });
    const there = { id: graded.assignmentId, version: 1 };
    await expect(unpublishAssignment(graded.instructor, there, today)).rejects.toMatchObject(
      refused("in-use"),
    );
  });

  test("is refused where it was saved meanwhile, and to students and other courses", async () => {
    const late = { ...at, version: 7 };
    await expect(unpublishAssignment(cast.instructor, late, today)).rejects.toMatchObject(refused("stale"));
    await expect(unpublishAssignment(cast.ada, at, today)).rejects.toMatchObject(refused("not-allowed"));
    const elsewhere = await makeCourse();
    await expect(unpublishAssignment(elsewhere.instructor, at, today)).rejects.toMatchObject(
      refused("not-found"),
    );
  });
});

describe("deleting", () => {
  const takeBack = async () => {
    at = await unpublishAssignment(cast.instructor, at, today);
  };

  test("is for drafts only, and may be repeated", async () => {
    await expect(deleteAssignment(cast.instructor, at, today)).rejects.toMatchObject(refused("published"));
    await takeBack();
    const stale = { ...at, version: 1 };
    await expect(deleteAssignment(cast.instructor, stale, today)).rejects.toMatchObject(refused("stale"));
    await Promise.all([1, 2].map(() => deleteAssignment(cast.instructor, at, today)));
    expect(await deleteAssignment(cast.instructor, at, today)).toEqual({ id: at.id });
    expect(await db().assignment.count({ where: { courseId: cast.courseId } })).toBe(0);
    expect(await db().reading.count({ where: { courseId: cast.courseId } })).toBe(0);
    expect(await events("assignment.deleted")).toBe(1);
    const never = { id: uuidv7(), version: 1 };
    await expect(deleteAssignment(cast.instructor, never, today)).rejects.toMatchObject(refused("not-found"));
  });

  test("never takes words along, not even those that were erased since", async () => {
    await takeBack();
    await db().assignment.update({ where: { id: at.id }, data: { publishedAt: today } });
    const { id } = await say();
    await db().comment.update({ where: { id }, data: { deletedAt: today, body: "" } });
    await db().assignment.update({ where: { id: at.id }, data: { publishedAt: null } });
    await expect(deleteAssignment(cast.instructor, at, today)).rejects.toMatchObject(refused("in-use"));
    expect(await db().comment.count({ where: { id } })).toBe(1);
  });

  test("and a word at the same moment: the word is never lost", async () => {
    for (let round = 0; round < 5; round++) {
      const here = await makeCourse();
      cast = here;
      const own = { id: here.assignmentId, version: 1 };
      const [, said] = await Promise.allSettled([
        unpublishAssignment(here.instructor, own, today).then(({ id, version }) =>
          deleteAssignment(here.instructor, { id, version }, today),
        ),
        say(),
      ]);
      const stands = (await db().comment.count({ where: { courseId: here.courseId } })) === 1;
      if (said.status === "fulfilled") expect(stands).toBe(true);
      const there = (await db().assignment.count({ where: { id: own.id } })) === 1;
      if (stands) expect(there).toBe(true);
    }
  });
});
