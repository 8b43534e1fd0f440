import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { blank, type GradeSave } from "@/domain/grading/grade";
import { type RefusalCode, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { findGrade } from "@/server/queries/grade";
import { ownGrade } from "@/server/queries/grade-own";
import { gradePage } from "@/server/queries/grade-page";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { answerAsked, askAgain } from "./ask-again";
import { releaseGrade } from "./release-grade";
import { saveGrade } from "./save-grade";
import { moveShare, shareOut } from "./share-out";
import { undoGrade } from "./undo-grade";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

async function refusalOf(work: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

const placeOf = (student: CourseAccess) => ({
  assignmentId: cast.assignmentId,
  studentId: student.actor.membershipId,
});
const save = (student: CourseAccess, version: number, what: Partial<GradeSave> = {}) =>
  saveGrade(
    cast.assistant,
    { ...blank, id: uuidv7(), ...placeOf(student), version, points: "12", reason: "", ...what },
    today,
  );
const release = (student: CourseAccess, version: number) =>
  releaseGrade(cast.instructor, { ...placeOf(student), version }, today);

const comment = (author: CourseAccess, audience: "group" | "private" = "group") =>
  postComment(
    author,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[1] ?? null,
      passage: null,
      signal: null,
      audience,
      body: "Whose consent is meant?",
    },
    today,
  );

describe("another look", () => {
  it("is asked for at a released grade alone, and answered in the thread", async () => {
    const ask = (who: CourseAccess, id = uuidv7()) =>
      askAgain(who, { id, assignmentId: cast.assignmentId, body: "Why not more?" }, today);
    await save(cast.ada, 0);
    expect(await refusalOf(ask(cast.ada))).toBe("not-found");
    await release(cast.ada, 1);
    expect(await refusalOf(ask(cast.liming))).toBe("not-found");
    expect(await refusalOf(ask(cast.assistant))).toBe("not-allowed");
    const id = uuidv7();
    await ask(cast.ada, id);
    expect(await ask(cast.ada, id)).toMatchObject([{ id, staff: null, body: "Why not more?" }]);
    const page = await gradePage(cast.assistant, cast.assignmentId, cast.ada.actor.membershipId);
    expect(page.students.map((student) => student.askedAt)).toEqual([today, null, null]);
    const answer = { ...placeOf(cast.ada), id: uuidv7(), body: "I looked.", asked: 1 };
    const answered = await answerAsked(cast.assistant, answer, today);
    expect(answered).toMatchObject({ askedAt: null, version: 2 });
    const { grade } = await ownGrade(cast.ada, cast.assignmentId);
    expect(grade.requests.map((word) => word.staff?.name ?? null)).toEqual([null, "Tomasz"]);
    expect(await refusalOf(answerAsked(cast.ada, answer, today))).toBe("not-allowed");
    const types = ["grade.asked", "grade.answered"];
    const events = await db().event.findMany({
      where: { courseId: cast.courseId, type: { in: types } },
      orderBy: { seq: "asc" },
    });
    expect(events.map((event) => event.type)).toEqual(types);
  });
});

describe("another look that was asked for twice", () => {
  it("waits on after an answer to the first time, and no longer after one to both", async () => {
    await save(cast.ada, 0);
    await release(cast.ada, 1);
    const { assignmentId } = cast;
    for (const body of ["Why not more?", "And why not for ¶2?"]) {
      await askAgain(cast.ada, { id: uuidv7(), assignmentId, body }, today);
    }
    const answer = (asked: number) => {
      const said = { ...placeOf(cast.ada), id: uuidv7(), body: "I looked.", asked };
      return answerAsked(cast.assistant, said, today);
    };
    expect(await answer(1)).toMatchObject({ askedAt: today, requests: { length: 3 } });
    // Another grader's answer is no request.
    expect(await answer(1)).toMatchObject({ askedAt: today, requests: { length: 4 } });
    expect(await answer(2)).toMatchObject({ askedAt: null, requests: { length: 5 } });
  });
});

describe("remarks in their place", () => {
  it("stand on the student's own words and on criteria, and reach the student with them", async () => {
    const own = await comment(cast.ada);
    const criterion = cast.criteria[0]?.id ?? "";
    const remarks = {
      [own.id]: { kind: "comment" as const, body: "Exactly." },
      [criterion]: { kind: "criterion" as const, body: "Closer still." },
    };
    await save(cast.ada, 0, { remarks });
    await release(cast.ada, 1);
    const seen = await ownGrade(cast.ada, cast.assignmentId);
    expect(seen.remarks.find((remark) => remark.kind === "comment")).toMatchObject({
      body: "Exactly.",
      on: { body: "Whose consent is meant?", place: { reading: 1, paragraph: 2, kind: "paragraph" } },
    });
    // What they are on may go; what was said stays.
    await db().comment.update({ where: { id: own.id }, data: { deletedAt: today, body: "" } });
    const again = await save(cast.ada, 2, { remarks, feedback: "Still.", reason: "More." });
    expect(Object.keys(again.remarks)).toHaveLength(2);
  });

  it("may be on words that were deleted while they were written", async () => {
    const own = await comment(cast.ada);
    await db().comment.update({ where: { id: own.id }, data: { deletedAt: today, body: "" } });
    const remarks = { [own.id]: { kind: "comment" as const, body: "Exactly." } };
    await save(cast.ada, 0, { remarks });
    await release(cast.ada, 1);
    const seen = await ownGrade(cast.ada, cast.assignmentId);
    expect(seen.remarks).toMatchObject([{ body: "Exactly.", on: null }]);
  });

  it("are refused on another's words, on notes, and on another rubric's criteria", async () => {
    const others = await comment(cast.liming);
    const note = await comment(cast.ada, "private");
    const foreign = (await makeCourse()).criteria[0]?.id ?? "";
    const on = (subjectId: string, kind: "comment" | "criterion" | "response") =>
      refusalOf(save(cast.ada, 0, { remarks: { [subjectId]: { kind, body: "Hm." } } }));
    expect(await on(others.id, "comment")).toBe("not-found");
    expect(await on(note.id, "comment")).toBe("not-found");
    expect(await on(foreign, "criterion")).toBe("not-found");
    expect(await on(others.id, "response")).toBe("not-found");
  });
});

describe("putting back", () => {
  const undo = (version: number, reason = "") =>
    undoGrade(cast.assistant, { ...placeOf(cast.ada), version, reason }, today);

  it("says again what was said, once, and owes a reason once the student has seen it", async () => {
    await save(cast.ada, 0, { feedback: "One." });
    await save(cast.ada, 1, { feedback: "Two.", points: "14" });
    const back = await undo(2);
    expect(back).toMatchObject({ version: 3, feedback: "One.", total: "12", grader: { name: "Tomasz" } });
    expect(await undo(2)).toMatchObject({ version: 3 });
    expect(await refusalOf(undo(1))).toBe("stale");
    await release(cast.ada, 3);
    expect(await refusalOf(undo(4))).toBe("reason-required");
    expect(await undo(4, "It was right.")).toMatchObject({
      feedback: "Two.",
      total: "14",
      stage: "released",
    });
    const { changes } = await ownGrade(cast.ada, cast.assignmentId);
    expect(changes.at(-1)).toMatchObject({ act: "undo", from: "12", to: "14", reason: "It was right." });
  });

  it("puts back nothing where nothing was begun", async () => {
    expect(await refusalOf(undo(1))).toBe("not-found");
    await save(cast.ada, 0, { feedback: "One." });
    expect(await undo(1)).toMatchObject({ version: 2, feedback: "", points: null });
  });
});

describe("sharing out", () => {
  const graderIds = () => [cast.instructor.actor.membershipId, cast.assistant.actor.membershipId];

  it("gives each group whole to one grader, or stretches of the queue, and one student to another", async () => {
    const out = (by: "group" | "name") =>
      shareOut(cast.instructor, { assignmentId: cast.assignmentId, by, graderIds: graderIds() }, today);
    const shares = async () => {
      const { students } = await gradePage(cast.assistant, cast.assignmentId, null);
      return students.map((student) => graderIds().indexOf(student.graderId ?? ""));
    };
    await out("group");
    expect(await shares()).toEqual([0, 0, 1]);
    await out("name");
    expect(await shares()).toEqual([0, 0, 1]);
    const to = { ...placeOf(cast.ada), graderId: graderIds()[1] ?? null };
    await moveShare(cast.instructor, to);
    await moveShare(cast.instructor, to);
    expect(await shares()).toEqual([1, 0, 1]);
    await moveShare(cast.instructor, { ...to, graderId: null });
    expect(await shares()).toEqual([-1, 0, 1]);
  });

  it("is for instructors, among staff of the course", async () => {
    const input = { assignmentId: cast.assignmentId, by: "name" as const, graderIds: graderIds() };
    expect(await refusalOf(shareOut(cast.assistant, input, today))).toBe("not-allowed");
    const student = { ...input, graderIds: [cast.ada.actor.membershipId] };
    expect(await refusalOf(shareOut(cast.instructor, student, today))).toBe("not-found");
    expect(
      (await findGrade(cast.instructor, cast.assignmentId, cast.ada.actor.membershipId)).grade,
    ).toBeNull();
  });
});
