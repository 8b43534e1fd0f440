import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { blank } from "@/domain/grading/grade";
import type { Mark } from "@/domain/grading/mark";
import { db } from "@/server/adapters/db";
import { findGrade } from "@/server/queries/grade";
import { gradebookOf } from "@/server/queries/gradebook";
import { marksExport, marksPreview } from "@/server/queries/marks-file";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { releaseGrade } from "../grade/release-grade";
import { saveGrade } from "../grade/save-grade";
import { saveCategories } from "./save-categories";
import { setMarks } from "./set-marks";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const points = (text: string): Mark => ({ kind: "points", points: text });
const one = (mark: Mark, version = 0, studentId = cast.ada.actor.membershipId) => ({
  id: uuidv7(),
  assignmentId: cast.assignmentId,
  studentId,
  version,
  mark,
});
const set = (marks: ReturnType<typeof one>[], reason = "") =>
  setMarks(cast.instructor, { marks, reason }, today);
const gradeOf = async (studentId = cast.ada.actor.membershipId) =>
  (await findGrade(cast.instructor, cast.assignmentId, studentId)).grade;

describe("marks entered by hand", () => {
  test("stand for the whole grade, and leave what else it says", async () => {
    const content = { ...blank, feedback: "Go on.", id: uuidv7(), version: 0, reason: "" };
    const place = { assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId };
    await saveGrade(cast.assistant, { ...content, ...place }, today);
    expect(await set([one(points("12.5"), 1)])).toMatchObject([{ version: 2, refusal: null }]);
    expect(await gradeOf()).toMatchObject({ total: "12.5", feedback: "Go on.", standing: "graded" });
    await set([one({ kind: "excused" }, 2)]);
    expect(await gradeOf()).toMatchObject({ total: null, standing: "excused", feedback: "Go on." });
    await set([one({ kind: "missing" }, 3)]);
    expect(await gradeOf()).toMatchObject({ total: "0", standing: "missing", version: 4 });
  });

  test("that cannot be entered say why, and the others are", async () => {
    const liming = cast.liming.actor.membershipId;
    const outcomes = await set([
      one(points("21")),
      one(points("3"), 7, liming),
      one(points("3"), 0, uuidv7()),
      one(points("4"), 0, liming),
    ]);
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      "points-out-of-range",
      "stale",
      "not-found",
      null,
    ]);
    expect((await gradeOf(liming))?.total).toBe("4");
    expect(await gradeOf()).toBeNull();
  });

  test("are never written over what somebody saved meanwhile, and again change nothing", async () => {
    await set([one(points("3"))]);
    expect(await set([one(points("4"))])).toMatchObject([
      { refusal: { code: "stale", current: { version: 1, text: "3" } } },
    ]);
    expect(await set([one(points("3"))])).toMatchObject([{ version: 1, refusal: null }]);
    const both = await Promise.all([set([one(points("5"), 1)]), set([one(points("6"), 1)])]);
    expect(
      both
        .flat()
        .map(({ refusal }) => refusal?.code ?? "written")
        .sort(),
    ).toEqual(["stale", "written"]);
    expect((await gradeOf())?.version).toBe(2);
  });

  test("that stood already are told from one's own, sent twice", async () => {
    const first = one(points("3"));
    expect(await set([first])).toMatchObject([{ version: 1, written: true }]);
    expect(await set([first])).toMatchObject([{ version: 1, written: true, refusal: null }]);
    const theirs = await setMarks(cast.assistant, { marks: [first], reason: "" }, today);
    expect(theirs).toMatchObject([{ version: 1, written: false, refusal: null }]);
    await setMarks(cast.assistant, { marks: [one(points("4"), 1)], reason: "" }, today);
    expect(await set([one(points("4"), 1)])).toMatchObject([{ version: 2, written: false }]);
  });

  test("are refused for who has left the course meanwhile", async () => {
    await db().membership.update({
      where: { id: cast.ada.actor.membershipId },
      data: { withdrawnAt: today },
    });
    const liming = cast.liming.actor.membershipId;
    expect(await set([one(points("3")), one(points("4"), 0, liming)])).toMatchObject([
      { refusal: { code: "not-found" }, written: false },
      { refusal: null, written: true },
    ]);
    expect(await gradeOf()).toBeNull();
  });

  test("owe a reason where the student has seen another", async () => {
    await set([one(points("3"))]);
    const place = { assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId };
    await releaseGrade(cast.instructor, { ...place, version: 1 }, today);
    expect(await set([one(points("4"), 2)])).toMatchObject([{ refusal: { code: "reason-required" } }]);
    expect(await set([one(points("4"), 2)], "Counted again.")).toMatchObject([{ refusal: null, version: 3 }]);
  });

  test("cannot be entered by name where it is graded without names", async () => {
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true } });
    expect(await set([one(points("3"))])).toMatchObject([{ refusal: { code: "not-found" } }]);
    await expect(setMarks(cast.ada, { marks: [one(points("3"))], reason: "" }, today)).rejects.toMatchObject({
      refusal: { code: "not-allowed" },
    });
  });
});

describe("the gradebook", () => {
  test("weighs what is released, and all that is known", async () => {
    const category = { id: uuidv7(), name: "Weeks", weight: "60", dropLowest: 0 };
    await saveCategories(cast.instructor, { version: 1, categories: [category] }, today);
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { categoryId: category.id },
    });
    await set([one(points("15"))]);
    const ada = async () =>
      (await gradebookOf(cast.assistant, today)).students.find(({ name }) => name === "Ada");
    expect((await ada())?.soFar).toEqual({ released: null, known: 75, dropped: [] });
    const place = { assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId };
    await releaseGrade(cast.instructor, { ...place, version: 1 }, today);
    expect((await ada())?.soFar).toEqual({ released: 75, known: 75, dropped: [] });
    expect((await gradebookOf(cast.assistant, today)).categories.categories).toEqual([category]);
  });

  test("tells whose date is another, and from whom nothing came", async () => {
    const { courseId, assignmentId } = cast;
    await db().extension.create({
      data: {
        id: uuidv7(),
        courseId,
        assignmentId,
        studentId: cast.ada.actor.membershipId,
        dueAt: inDays(8),
        closesAt: inDays(9),
        createdById: cast.instructor.actor.membershipId,
        createdAt: today,
      },
    });
    const { students } = await gradebookOf(cast.instructor, inDays(6));
    const cells = new Map(students.map(({ name, cells }) => [name, cells[assignmentId]]));
    expect(cells.get("Ada")).toMatchObject({ extendedTo: inDays(8), nothingCame: false });
    expect(cells.get("Li Ming")).toMatchObject({ extendedTo: null, nothingCame: true });
  });

  test("tells nothing of what is graded without names until it is released", async () => {
    await set([one(points("15"))]);
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true } });
    const { students } = await gradebookOf(cast.instructor, today);
    for (const { cells, soFar } of students) {
      expect(cells[cast.assignmentId]).toMatchObject({
        state: "hidden",
        total: null,
        version: 0,
        savedAt: null,
      });
      expect(soFar.known).toBeNull();
    }
    // Ids may have those digits too.
    expect((await marksExport(cast.instructor, today)).csv).not.toMatch(/\b15\b/);
  });

  test("goes out as a file and comes back changed", async () => {
    await set([one(points("15"))]);
    const { csv, fileName } = await marksExport(cast.instructor, today);
    expect(fileName).toBe("gradebook-2026-03-10.csv");
    expect(await marksPreview(cast.instructor, csv, today)).toMatchObject({
      changes: [],
      faults: [],
      same: 1,
    });
    const changed = csv.replace(",15,", ",16.5,");
    const { changes } = await marksPreview(cast.instructor, changed, today);
    expect(changes).toMatchObject([{ from: "15", to: "16.5", version: 1, newerHere: false }]);
    const refusal = (text: string) =>
      marksPreview(cast.instructor, text, today).then(
        () => null,
        (error) => error.refusal,
      );
    for (const empty of ["", " \n"]) {
      expect(await refusal(empty)).toEqual({ code: "unreadable-file", reason: "empty" });
    }
    const noTable = { code: "unreadable-table" };
    expect(await refusal("name,mark\nAda,3\n")).toEqual({ ...noTable, why: "no-students", line: 1 });
    expect(await refusal('student id,#1\nada,2\nli,"3\n')).toEqual({ ...noTable, why: "broken", line: 3 });
    await expect(marksExport(cast.ada, today)).rejects.toMatchObject({ refusal: { code: "not-allowed" } });
  });
});
