import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { blank } from "@/domain/grading/grade";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { releaseDrafts } from "@/server/commands/grade/release-drafts";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { showNames, showOneName } from "@/server/commands/grade/show-names";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { findGrade } from "./grade";
import { gradeBeside } from "./grade-beside";
import { gradeByPrompt } from "./grade-by-prompt";
import { gradeNext, gradePage } from "./grade-page";
import { gradebookOf } from "./gradebook";

let cast: Cast;
let aliasOf: Map<string, string>;

beforeEach(async () => {
  cast = await makeCourse();
  const { courseId, assignmentId } = cast;
  await db().assignment.update({ where: { id: assignmentId }, data: { blind: true } });
  const students = [cast.ada, cast.liming, cast.stranger].map((student) => student.actor.membershipId);
  const aliases = students.map((membershipId, at) => ({
    id: uuidv7(),
    courseId,
    assignmentId,
    membershipId,
    name: `Heron ${9 - at}`,
  }));
  await db().alias.createMany({ data: aliases });
  aliasOf = new Map(aliases.map((alias) => [alias.membershipId, alias.id]));
  const root = await postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: null,
      audience: "group",
      body: "Who counts?",
    },
    today,
  );
  await replyToComment(cast.liming, { id: uuidv7(), parentId: root.id, body: "Nobody does." }, today);
  await db().response.create({
    data: {
      id: uuidv7(),
      courseId,
      roomId: cast.rooms.a,
      promptId: cast.promptId,
      authorId: cast.ada.actor.membershipId,
      body: "Mine.",
      createdAt: today,
      submittedAt: today,
    },
  });
});

const ada = () => cast.ada.actor.membershipId;
const aliasOfAda = () => aliasOf.get(ada()) ?? "";
const saved = () =>
  saveGrade(
    cast.assistant,
    {
      ...blank,
      id: uuidv7(),
      assignmentId: cast.assignmentId,
      studentId: aliasOfAda(),
      version: 0,
      points: "12",
      reason: "",
    },
    today,
  );

it("calls nobody by name, and knows nobody by the key they have elsewhere", async () => {
  await saved();
  const { assignmentId } = cast;
  const answers = [
    await gradePage(cast.instructor, assignmentId, aliasOfAda()),
    await gradeNext(cast.instructor, assignmentId, aliasOfAda()),
    await gradeBeside(cast.instructor, assignmentId, aliasOfAda()),
    await gradeByPrompt(cast.instructor, assignmentId, cast.promptId),
  ];
  const said = JSON.stringify(answers);
  for (const student of [cast.ada, cast.liming, cast.stranger]) {
    expect(said).not.toContain(student.actor.membershipId);
    expect(said).not.toContain(student.userId);
  }
  expect(said).not.toMatch(/Ada|Li Ming|Zofia/);
  expect(answers[1]).toMatchObject({ student: { name: "Heron 9" }, grade: { total: "12" } });
  expect(answers[2]).toMatchObject({ others: null });
  const missing = { refusal: { code: "not-found" } };
  await expect(gradePage(cast.instructor, assignmentId, ada())).rejects.toMatchObject(missing);
  await expect(gradeNext(cast.instructor, assignmentId, ada())).rejects.toMatchObject(missing);
  await expect(gradeBeside(cast.instructor, assignmentId, ada())).rejects.toMatchObject(missing);
  await expect(findGrade(cast.instructor, assignmentId, ada())).rejects.toMatchObject(missing);
});

it("orders the queue by alias within a group", async () => {
  const { students } = await gradePage(cast.instructor, cast.assignmentId, null);
  expect(students.map((student) => student.name)).toEqual(["Heron 8", "Heron 9", "Heron 7"]);
});

it("tells one grader one name, with why, and all of them all names in the end", async () => {
  await saved();
  const { assignmentId } = cast;
  const one = { assignmentId, studentId: aliasOfAda(), reason: "A word in private." };
  expect(await showOneName(cast.assistant, one, today)).toEqual({ name: "Ada" });
  await showOneName(cast.assistant, one, today);
  expect(await db().unmasking.count({ where: { assignmentId } })).toBe(1);
  expect(await db().event.count({ where: { courseId: cast.courseId, type: "grade.unmasked" } })).toBe(1);
  const namesOf = async (who: Cast["assistant"]) =>
    (await gradePage(who, assignmentId, null)).students.map((student) => student.unmasked);
  expect(await namesOf(cast.assistant)).toEqual([null, "Ada", null]);
  expect(await namesOf(cast.instructor)).toEqual([null, null, null]);

  await expect(showNames(cast.assistant, assignmentId, today)).rejects.toMatchObject({
    refusal: { code: "not-allowed" },
  });
  await showNames(cast.instructor, assignmentId, today);
  await showNames(cast.instructor, assignmentId, today);
  const page = await gradePage(cast.assistant, assignmentId, ada());
  expect(page.subject).toMatchObject({ student: { name: "Ada", unmasked: null }, grade: { total: "12" } });
  await expect(gradeNext(cast.instructor, assignmentId, aliasOfAda())).rejects.toMatchObject({
    refusal: { code: "not-found" },
  });
});

it("releases what was confirmed by alias", async () => {
  await saved();
  const drafts = [
    { studentId: aliasOfAda(), version: 1 },
    { studentId: ada(), version: 1 },
  ];
  const input = { assignmentId: cast.assignmentId, drafts };
  expect(await releaseDrafts(cast.instructor, input, today)).toEqual({ released: 1, left: 1 });
});

it("says beside no alias until when somebody has longer: that was given by name", async () => {
  const { courseId, assignmentId } = cast;
  const longer = { dueAt: inDays(8), closesAt: inDays(10) };
  await db().extension.create({
    data: {
      id: uuidv7(),
      courseId,
      assignmentId,
      studentId: ada(),
      ...longer,
      createdById: cast.instructor.actor.membershipId,
      createdAt: today,
    },
  });
  await db().response.updateMany({ where: { authorId: ada() }, data: { submittedAt: inDays(4) } });
  const { students, assignment } = await gradePage(cast.assistant, assignmentId, null);
  const { student } = await gradeNext(cast.assistant, assignmentId, aliasOfAda());
  const { dueAt, closesAt } = assignment;
  for (const one of [students.find(({ id }) => id === aliasOfAda()), student]) {
    expect(one).toMatchObject({ dueAt, closesAt, extended: false, lateBy: 0, kept: "100" });
  }
});

it("counts who waits for a grade there, and leads to them, while no row says who", async () => {
  const book = await gradebookOf(cast.assistant, today);
  expect(book.assignments.map(({ toGrade }) => toGrade)).toEqual([1]);
  expect(book.students.map(({ cells }) => cells[cast.assignmentId]?.state)).toEqual(Array(3).fill("hidden"));
  await saved();
  expect((await gradebookOf(cast.assistant, today)).assignments.map(({ toGrade }) => toGrade)).toEqual([0]);
});
