import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { assignmentDraft } from "@/domain/assignment/assignment";
import { db } from "@/server/adapters/db";
import { saveResponse } from "@/server/commands/response/save-response";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { assignmentOf } from "./assignment";
import { assignmentEffects } from "./assignment-effects";
import { courseAccess } from "./course-access";
import { discussionOf } from "./discussion";
import { dueBetween } from "./due-soon";
import { gradeByPrompt } from "./grade-by-prompt";
import { gradeNext, gradePage } from "./grade-page";
import { gradebookOf } from "./gradebook";
import { fallingBehind } from "./insight-behind";

let cast: Cast;
/** Ada as she stands once she is in a second group, of another way of dividing the course. */
let ada: Awaited<ReturnType<typeof courseAccess>>;
const studentId = () => cast.ada.actor.membershipId;

/** By the group the assignment is divided by: due sooner, and closed later, than by the other one. */
const own = { dueAt: inDays(4), closesAt: inDays(12) };
const other = { dueAt: inDays(6), closesAt: inDays(9) };

async function extend(groupId: string, dates: typeof own) {
  await db().extension.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      assignmentId: cast.assignmentId,
      groupId,
      ...dates,
      createdById: cast.instructor.actor.membershipId,
      createdAt: today,
    },
  });
}

let elsewhere: string;
beforeEach(async () => {
  cast = await makeCourse();
  const { courseId } = cast;
  const groupSetId = uuidv7();
  elsewhere = uuidv7();
  await db().groupSet.create({ data: { id: groupSetId, courseId, name: "Laboratory" } });
  await db().group.create({ data: { id: elsewhere, courseId, groupSetId, name: "Lab 1", position: 1 } });
  await db().groupMember.create({
    data: { courseId, groupSetId, groupId: elsewhere, membershipId: studentId() },
  });
  const { userId } = await db().membership.findUniqueOrThrow({ where: { id: studentId() } });
  ada = await courseAccess({ userId, sessionVersion: 1 }, courseId);
});

const answer = (at: Date) =>
  saveResponse(
    ada,
    { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "Of all." },
    "post",
    at,
  );

/** How late the answer is, by everybody who says so. */
async function lateness(now: Date) {
  const { instructor, assignmentId, promptId } = cast;
  const { students } = await gradePage(instructor, assignmentId, null);
  const one = students.find(({ id }) => id === studentId());
  const next = (await gradeNext(instructor, assignmentId, studentId())).student;
  const book = await gradebookOf(instructor, now);
  const cell = book.students.find(({ id }) => id === studentId())?.cells[assignmentId];
  const prompt = await gradeByPrompt(instructor, assignmentId, promptId);
  return {
    page: one?.lateBy,
    group: one?.group,
    next: next.lateBy,
    book: cell?.lateBy,
    byPrompt: prompt.students.map(({ group, answers }) => [group, answers.map(({ late }) => late)]),
  };
}

const DAY = 24 * 60 * 60 * 1000;

test("a group's dates hold whatever way of dividing the course it is of, on every page", async () => {
  await extend(elsewhere, other);
  const { assignment } = await discussionOf(ada, cast.assignmentId, today);
  expect(assignment.dueAt).toEqual(other.dueAt);
  await answer(inDays(5));
  expect(await lateness(inDays(5))).toEqual({
    page: 0,
    group: "Group A",
    next: 0,
    book: 0,
    byPrompt: [["Group A", [false]]],
  });
});

test("of two groups' dates those that close last hold, on every page, in mail and in effects", async () => {
  await extend(cast.groups.a, own);
  await extend(elsewhere, other);
  const { assignment } = await discussionOf(ada, cast.assignmentId, today);
  expect(assignment).toMatchObject(own);
  const due = await dueBetween(inDays(3), inDays(7));
  expect(due.find(({ recipientId }) => recipientId === studentId())?.dueAt).toEqual(own.dueAt);

  await answer(inDays(5));
  expect(await lateness(inDays(5))).toMatchObject({ page: DAY, next: DAY, book: DAY });
  const behind = await fallingBehind(cast.instructor, { assignmentId: null, sectionId: null }, inDays(5));
  const late = behind.find(({ id }) => id === studentId())?.reasons.find(({ kind }) => kind === "late");
  expect(late?.lateBy).toBe(DAY);

  const draft = assignmentDraft.parse({
    ...(await assignmentOf(cast.instructor, cast.assignmentId)),
    visibility: "closedUntilDue",
  });
  const { effects } = await assignmentEffects(cast.instructor, { id: cast.assignmentId, draft }, inDays(5));
  // Ada's own due date is over, whoever else may have longer: she goes on seeing.
  const closes = effects.find(({ what }) => what === "sight-closes");
  expect(closes?.names ?? []).not.toContain("Ada");
});
