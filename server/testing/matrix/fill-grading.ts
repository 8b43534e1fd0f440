import { v7 as uuidv7 } from "uuid";
import { untouched } from "@/domain/grading/grade";
import { db } from "@/server/adapters/db";
import { inDays, today } from "../cast";
import type { Scene } from "./scene";

const named = (many: readonly unknown[], word: string) =>
  many.map((_, at) => ({ id: uuidv7(), name: `${word} ${at}` }));

/**
 * The scene's assignment counts taking part and takes something off for lateness; each student has other dates in it, as
 * Ada has in every assignment; and the course's grade has as many parts.
 */
async function addMeasure(scene: Scene, students: string[], assignments: { id: string }[]) {
  const { courseId, assignmentId, instructor } = scene;
  const late = {
    courseId,
    dueAt: inDays(4),
    closesAt: inDays(6),
    createdById: instructor.actor.membershipId,
    createdAt: today,
  };
  const groups = await db().group.findMany({ where: { courseId }, select: { id: true } });
  await db().extension.createMany({
    data: [
      ...students.map((studentId) => ({ ...late, id: uuidv7(), assignmentId, studentId })),
      ...groups.map(({ id: groupId }) => ({ ...late, id: uuidv7(), assignmentId, groupId })),
      ...assignments.map(({ id }) => ({
        ...late,
        id: uuidv7(),
        assignmentId: id,
        studentId: scene.ada.actor.membershipId,
      })),
    ],
  });
  const categories = named(students, "Part").map((part, at) => ({
    ...part,
    courseId,
    position: at,
    weight: 1,
  }));
  await db().category.createMany({ data: categories });
  await db().$transaction(
    assignments.map(({ id }, at) =>
      db().assignment.update({ where: { id }, data: { categoryId: categories[at]?.id } }),
    ),
  );
  await db().assignment.update({
    where: { id: assignmentId },
    data: {
      participationPoints: 2,
      latePolicy: { kind: "perDay", graceMinutes: 0, percent: 10, floor: 0 },
      showsDistribution: true,
    },
  });
}

/** Every grade has a history and a remark; Ada's, as many acts as there are students. */
async function addHistories(scene: Scene, count: number) {
  const { courseId, assignmentId } = scene;
  const actorId = scene.assistant.actor.membershipId;
  const [criterion] = scene.criteria;
  const grades = await db().grade.findMany({ where: { courseId }, select: { id: true, studentId: true } });
  const own = await db().grade.findFirstOrThrow({
    where: { assignmentId, studentId: scene.ada.actor.membershipId },
  });
  const act = { courseId, actorId, act: "save", state: untouched, at: today };
  await db().gradeVersion.createMany({
    data: [
      ...grades.map(({ id: gradeId }) => ({ ...act, gradeId, version: 50 })),
      ...Array.from({ length: count }, (_, at) => ({ ...act, gradeId: own.id, version: 100 + at })),
    ],
  });
  await db().gradeRemark.createMany({
    data: grades.map(({ id: gradeId }) => ({
      gradeId,
      courseId,
      kind: "criterion" as const,
      subjectId: criterion?.id ?? "",
      body: "See there.",
    })),
    skipDuplicates: true,
  });
}

/** What each student commented is in the log, as it would be had they posted it; and each has read. */
async function addLog(scene: Scene, students: string[]) {
  const { courseId, readingId, rooms } = scene;
  const said = await db().comment.findMany({
    where: { courseId, authorId: { in: students } },
    select: { id: true, authorId: true, threadId: true },
  });
  const { lastSeq } = await db().room.update({
    where: { id: rooms.a },
    data: { lastSeq: { increment: said.length } },
    select: { lastSeq: true },
  });
  await db().event.createMany({
    data: said.map(({ id, authorId, threadId }, at) => ({
      courseId,
      roomId: rooms.a,
      seq: lastSeq - at,
      type: "comment.posted",
      actorId: authorId,
      subjectId: id,
      payload: { threadId, audience: "group" },
      at: today,
    })),
  });
  await db().readingPlace.createMany({
    data: students.map((membershipId) => ({
      courseId,
      membershipId,
      readingId,
      last: 1,
      furthest: 2,
      at: today,
    })),
  });
}

/** Extensions, parts of the grade, histories, remarks and the log that participation is counted from. */
export async function addGradebook(
  scene: Scene,
  students: string[],
  assignments: { id: string }[],
): Promise<void> {
  await addMeasure(scene, students, assignments);
  await addHistories(scene, students.length);
  await addLog(scene, students);
}

/** Everybody goes by an alias in the scene's assignment, which is graded without names from now on. */
export async function gradeBlind(scene: Scene): Promise<Map<string, string>> {
  const { courseId, assignmentId } = scene;
  const students = await db().membership.findMany({
    where: { courseId, role: "student" },
    select: { id: true },
  });
  const aliases = named(students, "Heron").map((alias, at) => ({
    ...alias,
    courseId,
    assignmentId,
    membershipId: students[at]?.id ?? "",
  }));
  await db().alias.createMany({ data: aliases });
  await db().assignment.update({ where: { id: assignmentId }, data: { blind: true } });
  return new Map(aliases.map(({ id, membershipId }) => [membershipId, id]));
}
