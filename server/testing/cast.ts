import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "@/domain/access/actor";
import { codeFrom } from "@/domain/course/course";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";

/** The day the cast lives in: between `opensAt` and `dueAt` of its assignment. */
export const today = new Date("2026-03-10T12:00:00Z");
const days = (n: number) => new Date(today.getTime() + n * 24 * 60 * 60 * 1000);

export const texts = [
  "On 21 April 2022 a speech was given on an island, and little was said about the war.",
  "An initiative of this kind is not a treaty. It has no members to admit and no secretariat to petition.",
  "Most of the words had been working together since 2014.",
] as const;

async function member(
  courseId: Id,
  name: string,
  role: Role,
  groups: { groupSetId: Id; groupId: Id }[] = [],
) {
  const userId = uuidv7();
  const membershipId = uuidv7();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name } });
  await db().membership.create({ data: { id: membershipId, courseId, userId, role } });
  await db().groupMember.createMany({ data: groups.map((group) => ({ membershipId, courseId, ...group })) });
  return courseAccess({ userId, sessionVersion: 1 }, courseId);
}

async function publishedVersion(courseId: Id, createdById: Id) {
  const sourceId = uuidv7();
  const versionId = uuidv7();
  const paragraphs = texts.map((text, index) => ({
    id: uuidv7(),
    courseId,
    position: index + 1,
    number: index + 1,
    kind: "paragraph" as const,
    text,
  }));
  await db().source.create({ data: { id: sourceId, courseId, createdById } });
  await db().sourceVersion.create({
    data: {
      id: versionId,
      courseId,
      sourceId,
      number: 1,
      title: "A code for the allies",
      paragraphs: { createMany: { data: paragraphs } },
    },
  });
  await db().sourceVersion.update({ where: { id: versionId }, data: { publishedAt: days(-10) } });
  return { sourceId, versionId, paragraphIds: paragraphs.map((paragraph) => paragraph.id) };
}

async function makeRubric(courseId: Id) {
  const rubricId = uuidv7();
  await db().rubric.create({ data: { id: rubricId, courseId, title: "Discussion" } });
  const criteria: { id: Id; levelIds: Id[] }[] = [];
  for (const [position, name] of ["Close reading", "Argument"].entries()) {
    const id = uuidv7();
    const levels = [0, 5, 10].map((points, index) => ({
      id: uuidv7(),
      courseId,
      position: index + 1,
      name: `Level ${index + 1}`,
      points,
    }));
    await db().rubricCriterion.create({
      data: {
        id,
        courseId,
        rubricId,
        position: position + 1,
        name,
        levels: { createMany: { data: levels } },
      },
    });
    criteria.push({ id, levelIds: levels.map((level) => level.id) });
  }
  return { rubricId, criteria };
}

/** A small course with everybody in it: two groups, one open assignment with a reading, a prompt and a rubric. */
export async function makeCourse() {
  const courseId = uuidv7();
  await db().course.create({
    data: { id: courseId, title: "Orders", timeZone: "Europe/Zurich", joinCode: codeFrom(randomBytes(8)) },
  });
  const groupSetId = uuidv7();
  const groupA = uuidv7();
  const groupB = uuidv7();
  await db().groupSet.create({
    data: {
      id: groupSetId,
      courseId,
      name: "Seminar groups",
      groups: {
        createMany: {
          data: [
            { id: groupA, courseId, name: "Group A", position: 1 },
            { id: groupB, courseId, name: "Group B", position: 2 },
          ],
        },
      },
    },
  });
  const inA = [{ groupSetId, groupId: groupA }];
  const instructor = await member(courseId, "Inés", "instructor");
  const people: Record<"assistant" | "ada" | "liming" | "stranger" | "observer", CourseAccess> = {
    assistant: await member(courseId, "Tomasz", "assistant"),
    ada: await member(courseId, "Ada", "student", inA),
    liming: await member(courseId, "Li Ming", "student", inA),
    stranger: await member(courseId, "Zofia", "student", [{ groupSetId, groupId: groupB }]),
    observer: await member(courseId, "Visitor", "observer"),
  };
  const { sourceId, versionId, paragraphIds } = await publishedVersion(
    courseId,
    instructor.actor.membershipId,
  );
  const { rubricId, criteria } = await makeRubric(courseId);
  const assignmentId = uuidv7();
  const readingId = uuidv7();
  const promptId = uuidv7();
  const positionId = uuidv7();
  await db().assignment.create({
    data: {
      id: assignmentId,
      courseId,
      position: 1,
      title: "Week 1",
      publishedAt: days(-5),
      opensAt: days(-4),
      dueAt: days(3),
      closesAt: days(5),
      points: 20,
      rubricId,
      groupSetId,
    },
  });
  await db().reading.create({ data: { id: readingId, courseId, assignmentId, versionId, position: 1 } });
  await db().prompt.create({
    data: { id: promptId, courseId, assignmentId, position: 1, title: "Whose consent?", body: "Say whose." },
  });
  await db().position.create({
    data: {
      id: positionId,
      courseId,
      position: 1,
      name: "The Charter order",
      short: "Charter",
      line: "",
      colour: "pos-5",
    },
  });
  const otherPositionId = uuidv7();
  await db().position.create({
    data: {
      id: otherPositionId,
      courseId,
      position: 2,
      name: "Spheres of influence",
      short: "Spheres",
      line: "",
      colour: "pos-4",
    },
  });
  const dimensionId = uuidv7();
  await db().dimension.create({ data: { id: dimensionId, courseId, position: 1, name: "Alliances" } });
  const room = async (groupId: Id) => {
    const address = { courseId, assignmentId, groupId };
    return (await db().room.create({ data: { id: roomId(address), ...address } })).id;
  };
  return {
    courseId,
    instructor,
    ...people,
    groups: { setId: groupSetId, a: groupA, b: groupB },
    rooms: { a: await room(groupA), b: await room(groupB) },
    assignmentId,
    readingId,
    sourceId,
    versionId,
    paragraphIds,
    promptId,
    positionId,
    otherPositionId,
    dimensionId,
    rubricId,
    criteria,
  };
}

export type Cast = Awaited<ReturnType<typeof makeCourse>>;

/** A moment `n` days from the cast's today. */
export const inDays = days;
