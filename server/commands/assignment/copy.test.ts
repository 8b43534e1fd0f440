import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/server/adapters/db";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentChoices } from "@/server/queries/assignment-choices";
import { copyTargets } from "@/server/queries/copy-targets";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import { copyAssignment } from "./copy-assignment";

let cast: Cast;
let elsewhere: Cast;
/** The instructor of the first course, as an assistant in the other. */
let there: CourseAccess;
beforeEach(async () => {
  cast = await makeCourse();
  elsewhere = await makeCourse();
  const { userId } = cast.instructor;
  await db().membership.create({
    data: { id: uuidv7(), courseId: elsewhere.courseId, userId, role: "assistant" },
  });
  await db().course.update({ where: { id: elsewhere.courseId }, data: { timeZone: "America/New_York" } });
  there = await courseAccess({ userId, sessionVersion: 1 }, elsewhere.courseId);
});

const copy = (to: CourseAccess, newId = uuidv7(), title: string | null = null) =>
  copyAssignment(cast.instructor, to, { id: cast.assignmentId, newId, title }, today);
const refused = (code: string) => ({ refusal: { code } });

describe("a copy in the same course", () => {
  test("is a draft with parts of its own, a week or more later, and nothing that anybody did", async () => {
    const copied = await copy(cast.instructor, uuidv7(), "Week 1, again");
    expect(copied).toMatchObject({
      title: "Week 1, again",
      version: 1,
      publishedAt: null,
      begun: false,
      points: "20",
      rubricId: cast.rubricId,
      groupSetId: cast.groups.setId,
      readings: [{ position: 2, versionId: cast.versionId, inUse: false }],
      prompts: [{ position: 2, title: "Whose consent?", inUse: false }],
    });
    expect(copied.opensAt).toEqual(inDays(3));
    expect(copied.dueAt).toEqual(inDays(10));
    expect(copied.closesAt).toEqual(inDays(12));
    expect((await assignmentOf(cast.instructor, cast.assignmentId)).readings).toHaveLength(1);
  });

  test("is made once however often it is sent, and not over something else", async () => {
    const newId = uuidv7();
    await Promise.all([1, 2, 3].map(() => copy(cast.instructor, newId)));
    expect(await db().reading.count({ where: { assignmentId: newId } })).toBe(1);
    expect(await db().event.count({ where: { subjectId: newId } })).toBe(1);
    await expect(copy(cast.instructor, elsewhere.assignmentId)).rejects.toMatchObject(refused("id-taken"));
  });
});

describe("a copy in another course", () => {
  test("brings what is not there yet: the text as it is numbered, and the rubric", async () => {
    await db().sourceVersion.update({
      where: { id: elsewhere.versionId },
      data: { title: "Something else" },
    });
    await db().rubric.update({ where: { id: cast.rubricId }, data: { title: "Close talk" } });
    const [paragraphId = ""] = cast.paragraphIds;
    await db().paragraphTranslation.create({
      data: { paragraphId, courseId: cast.courseId, language: "de", text: "Am 21. April 2022." },
    });
    const [one, two] = await Promise.all([copy(there), copy(there)]);
    const [reading] = one.readings;
    expect(two.readings[0]?.versionId).toBe(reading?.versionId);
    expect(two.rubricId).toBe(one.rubricId);
    const version = await db().sourceVersion.findUniqueOrThrow({
      where: { id: reading?.versionId ?? "", courseId: elsewhere.courseId },
      include: { paragraphs: { orderBy: { position: "asc" }, include: { translations: true } } },
    });
    expect(version).toMatchObject({ title: "A code for the allies", number: 1, publishedAt: today });
    expect(version.paragraphs.map(({ text, number }) => [text, number])).toEqual(
      texts.map((text, at) => [text, at + 1]),
    );
    expect(version.paragraphs[0]?.translations).toMatchObject([{ language: "de" }]);
    const rubric = await db().rubric.findUniqueOrThrow({
      where: { id: one.rubricId ?? "", courseId: elsewhere.courseId },
      include: { criteria: { include: { levels: true } } },
    });
    expect(rubric.title).toBe("Close talk");
    expect(rubric.criteria.map(({ levels }) => levels.length)).toEqual([3, 3]);
    expect(one.rubricGap).toBeNull();
  });

  test("takes what is there already, in that course's groups, zone and frame", async () => {
    const category = { position: 1, name: "Discussions", weight: 40 };
    const own = uuidv7();
    const namesake = uuidv7();
    await db().category.createMany({
      data: [
        { id: own, courseId: cast.courseId, ...category },
        { id: namesake, courseId: elsewhere.courseId, ...category, name: "discussions" },
      ],
    });
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { categoryId: own, blind: true },
    });
    await db().prompt.update({
      where: { id: cast.promptId },
      data: {
        kind: "weigh",
        dimensionId: cast.dimensionId,
        positions: { create: { positionId: cast.positionId, courseId: cast.courseId } },
      },
    });
    const copied = await copy(there);
    expect(copied).toMatchObject({
      title: "Week 1",
      groupSetId: null,
      rubricId: elsewhere.rubricId,
      categoryId: namesake,
      readings: [{ versionId: elsewhere.versionId, position: 2 }],
      prompts: [{ positions: [elsewhere.positionId], dimensionId: elsewhere.dimensionId }],
    });
    // Noon UTC is 13:00 in Zürich in March, and that is 17:00 UTC in New York's summer time.
    expect(copied.opensAt.toISOString()).toBe("2026-03-13T17:00:00.000Z");
    expect(await db().alias.count({ where: { assignmentId: copied.id } })).toBe(3);
    expect(await db().source.count({ where: { courseId: elsewhere.courseId } })).toBe(1);
  });

  test("is for staff of both", async () => {
    await expect(copy(elsewhere.ada)).rejects.toMatchObject(refused("not-allowed"));
    const input = { id: cast.assignmentId, newId: uuidv7() };
    await expect(copyAssignment(cast.ada, there, input, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(copyAssignment(elsewhere.instructor, there, input, today)).rejects.toMatchObject(
      refused("not-found"),
    );
  });
});

describe("for the editor", () => {
  test("there are the other courses in which this person is staff", async () => {
    expect(await copyTargets(cast.instructor)).toEqual([
      { id: elsewhere.courseId, title: "Orders", term: "", timeZone: "America/New_York" },
    ]);
    expect(await copyTargets(elsewhere.instructor)).toEqual([]);
    await expect(copyTargets(cast.ada)).rejects.toMatchObject(refused("not-allowed"));
  });

  test("there are groups with how many stand in them, categories, and what rubrics are worth", async () => {
    await db().category.create({
      data: { id: uuidv7(), courseId: cast.courseId, position: 1, name: "Discussions", weight: 37.5 },
    });
    expect(await assignmentChoices(cast.instructor)).toMatchObject({
      timeZone: "Europe/Zurich",
      students: 3,
      groupSets: [
        {
          kind: "manual",
          size: null,
          groups: 2,
          members: [
            { name: "Group A", students: 2 },
            { name: "Group B", students: 1 },
          ],
        },
      ],
      rubrics: [{ title: "Discussion", most: "20" }],
      categories: [{ name: "Discussions", weight: "37.5", dropLowest: 0 }],
    });
  });
});
