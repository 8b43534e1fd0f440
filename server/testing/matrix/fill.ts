import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { inDays, today } from "../cast";
import { addEvidence } from "./fill-evidence";
import { addGradebook } from "./fill-grading";
import { addGroups } from "./fill-groups";
import { addNotifications } from "./fill-notifications";
import { addReading } from "./fill-responses";
import { addSteelmen } from "./fill-steelmen";
import { addGrading } from "./grade-scene";
import type { Scene } from "./scene";

const ids = (count: number) => Array.from({ length: count }, () => uuidv7());

/** Adds `count` of everything that a course can have many of: people, words, texts, assignments, grades. */
export async function fill(scene: Scene, count: number): Promise<void> {
  const { courseId } = scene;
  const students = await addStudents(scene, count);
  await addGroups(scene, students);
  await addWords(scene, students);
  await addNotifications(scene);
  await addEvidence(scene, students);
  await addSteelmen(scene, students);
  await addTerms(scene, students);
  const assignments = ids(count).map((id, at) => ({
    id,
    courseId,
    position: at + 10,
    title: `Week ${at + 10}`,
    publishedAt: inDays(-3),
    opensAt: inDays(-2),
    dueAt: inDays(1),
    closesAt: inDays(2),
    points: 20,
    rubricId: scene.rubricId,
    groupSetId: scene.groups.setId,
  }));
  await db().assignment.createMany({ data: assignments });
  const parts = assignments.map(({ id, position }) => ({
    courseId,
    assignmentId: id,
    id: uuidv7(),
    position,
  }));
  await db().reading.createMany({
    data: parts.map((part) => ({ ...part, versionId: scene.versionId })),
  });
  await db().prompt.createMany({
    data: parts.map((part) => ({ ...part, id: uuidv7(), title: "Again?", body: "Say." })),
  });
  await addGrades(scene, assignments, students);
  await addGrading(scene, students);
  await addGradebook(scene, students, assignments);
  await addSources(scene, count);
  await db().rubric.createMany({ data: ids(count).map((id) => ({ id, courseId, title: "Another" })) });
}

async function addStudents(scene: Scene, count: number) {
  const { courseId, groups } = scene;
  const members = ids(count).map((id) => ({ id, courseId, userId: uuidv7(), role: "student" as const }));
  await db().user.createMany({
    data: members.map(({ userId }) => ({ id: userId, email: `${userId}@example.test`, name: "Another" })),
  });
  await db().membership.createMany({ data: members });
  await db().groupMember.createMany({
    data: members.map(({ id }) => ({
      membershipId: id,
      courseId,
      groupSetId: groups.setId,
      groupId: groups.a,
    })),
  });
  return members.map(({ id }) => id);
}

/** Each student comments, answers, replies, cites and takes a stance; so does Ada, as often as there are students. */
async function addWords(scene: Scene, students: string[]) {
  const { courseId, assignmentId, readingId, promptId } = scene;
  const room = roomId({ courseId, assignmentId, groupId: scene.groups.a });
  const own = { courseId, roomId: room, body: "Words [[1 ¶1]]" };
  const comments = students.map((authorId) => ({ id: uuidv7(), authorId, readingId, ...own }));
  await db().comment.createMany({
    data: comments.map((row) => ({ ...row, threadId: row.id, threadAuthorId: row.authorId })),
  });
  const answers = students.map((authorId) => ({
    id: uuidv7(),
    authorId,
    promptId,
    submittedAt: today,
    ...own,
  }));
  await db().response.createMany({ data: answers });
  await db().response.createMany({
    data: answers.map((row) => ({
      ...row,
      id: uuidv7(),
      parentId: scene.responseId,
      relation: "ask" as const,
    })),
  });
  await addReading(scene, answers);
  const cited = { courseId, readingId, paragraphId: scene.paragraphIds[0] ?? "", position: 0 };
  await db().citation.createMany({
    data: [
      ...comments.map(({ id }) => ({ ...cited, id: uuidv7(), commentId: id })),
      ...answers.map(({ id }) => ({ ...cited, id: uuidv7(), responseId: id })),
    ],
  });
  const ada = scene.ada.actor.membershipId;
  await db().stance.createMany({
    data: [...students, ...students.map(() => ada)].map((authorId) => ({
      id: uuidv7(),
      courseId,
      authorId,
      moment: "before" as const,
      confidence: 3,
      positionId: scene.positionId,
      betweenId: scene.otherPositionId,
      movedByReadingId: readingId,
      movedByParagraphId: scene.paragraphIds[0] ?? "",
    })),
  });
}

/** As many terms, each with a difference; and as many of the scene's; and frames that the instructor could copy. */
async function addTerms(scene: Scene, students: string[]) {
  const { courseId, readingId, paragraphIds } = scene;
  const terms = ids(students.length).map((id, at) => ({
    id,
    courseId,
    position: at + 2,
    name: `words ${at}`,
  }));
  await db().term.createMany({ data: terms });
  await db().termForm.createMany({
    data: terms.map(({ id }) => ({ courseId, termId: id, position: 0, language: "en", words: "word" })),
  });
  const places = { leftReadingId: readingId, rightReadingId: readingId };
  const paragraphs = { leftParagraphId: paragraphIds[0] ?? "", rightParagraphId: paragraphIds[1] ?? "" };
  await db().termDifference.createMany({
    data: [...terms.map(({ id }) => id), ...terms.map(() => scene.termId)].map((termId, at) => ({
      id: uuidv7(),
      courseId,
      termId,
      authorId: students[at % students.length] ?? "",
      ...places,
      ...paragraphs,
      claim: "They differ.",
    })),
  });
  const elsewhere = ids(students.length);
  await db().course.createMany({
    data: elsewhere.map((id) => ({ id, title: "Another", timeZone: "UTC" })),
  });
  await db().membership.createMany({
    data: elsewhere.map((id) => ({
      id: uuidv7(),
      courseId: id,
      userId: scene.instructor.userId,
      role: "instructor" as const,
    })),
  });
  await db().position.createMany({
    data: elsewhere.map((id) => ({
      id: uuidv7(),
      courseId: id,
      position: 1,
      name: "For",
      short: "For",
      line: "",
      colour: "pos-1",
    })),
  });
}

/** A released grade of Ada's for each assignment, and of each student for the scene's. */
async function addGrades(scene: Scene, assignments: { id: string }[], students: string[]) {
  const { courseId } = scene;
  const own = { courseId, graderId: scene.assistant.actor.membershipId, points: 10, releasedAt: today };
  const ada = scene.ada.actor.membershipId;
  const grades = [
    ...assignments.map(({ id }) => ({ assignmentId: id, studentId: ada })),
    ...students.map((studentId) => ({ assignmentId: scene.assignmentId, studentId })),
  ].map((row) => ({ ...own, ...row, id: uuidv7(), updatedAt: today }));
  await db().grade.createMany({ data: grades });
  await db().gradeMark.createMany({
    data: grades.flatMap(({ id }) =>
      scene.criteria.map((criterion) => ({
        gradeId: id,
        courseId,
        criterionId: criterion.id,
        levelId: criterion.levelIds[1] ?? "",
      })),
    ),
  });
}

async function addSources(scene: Scene, count: number) {
  const { courseId } = scene;
  const createdById = scene.instructor.actor.membershipId;
  const versions = ids(count).map((id) => ({ id, courseId, sourceId: uuidv7(), number: 1, title: "A text" }));
  await db().source.createMany({
    data: versions.map(({ sourceId }) => ({ id: sourceId, courseId, createdById })),
  });
  await db().sourceVersion.createMany({ data: versions });
  await db().sourceVersion.updateMany({
    where: { id: { in: versions.map(({ id }) => id) } },
    data: { publishedAt: today },
  });
}
