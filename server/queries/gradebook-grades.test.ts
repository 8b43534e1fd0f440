import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { blank } from "@/domain/grading/grade";
import { db } from "@/server/adapters/db";
import { recallGrade } from "@/server/commands/grade/recall-grade";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { undoGrade } from "@/server/commands/grade/undo-grade";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { standing, standingFields, standingOf } from "./grade-standing";
import { gradesInBook } from "./gradebook-grades";

const measureOf = ({ criteria }: Cast) => ({
  most: "20",
  participation: "0",
  criteria: criteria.map(({ id, levelIds }) => ({
    id,
    name: "",
    levels: levelIds.map((levelId, at) => ({ id: levelId, name: "", points: String(at * 5) })),
  })),
});

/** Both ways of reading how far each grade is, by student. */
async function bothWays(cast: Cast) {
  const measure = measureOf(cast);
  const rows = await db().grade.findMany({
    where: { courseId: cast.courseId },
    select: { studentId: true, ...standingFields },
  });
  const book = await gradesInBook(cast.courseId);
  expect([...book.keys()].sort()).toEqual(rows.map(({ studentId }) => studentId).sort());
  return rows.map((row) => {
    const grade = book.get(row.studentId)?.get(row.assignmentId);
    const told = { ...standing(row, measure), savedBy: null };
    return [told, standingOf(grade && { ...grade, savedBy: null }, measure)] as const;
  });
}

test("a history read in SQL comes to what it comes to step by step", async () => {
  const cast = await makeCourse();
  const { instructor, assignmentId, criteria } = cast;
  const at = (minutes: number) => new Date(today.getTime() + minutes * 60_000);
  const place = { assignmentId, studentId: cast.ada.actor.membershipId };
  const content = { ...blank, ...place, id: uuidv7() };
  const agree = async () => {
    const pairs = await bothWays(cast);
    for (const [told, read] of pairs) expect(read).toEqual(told);
    return pairs.map(([told]) => told);
  };

  expect(await agree()).toEqual([]);
  const marks = Object.fromEntries(criteria.map(({ id, levelIds }) => [id, levelIds[1] ?? ""]));
  await saveGrade(instructor, { ...content, marks, version: 0, reason: "" }, at(0));
  expect(await agree()).toMatchObject([{ stage: "draft", total: "10", changed: false, savedAt: at(0) }]);
  await releaseGrade(instructor, { ...place, version: 1 }, at(1));
  expect(await agree()).toMatchObject([{ stage: "released", changed: false, savedAt: at(0) }]);
  await saveGrade(instructor, { ...content, points: "12.5", version: 2, reason: "Counted again." }, at(2));
  expect(await agree()).toMatchObject([{ stage: "released", changed: true, total: "12.5", savedAt: at(2) }]);
  await undoGrade(instructor, { ...place, version: 3, reason: "By mistake." }, at(3));
  expect(await agree()).toMatchObject([{ stage: "released", total: "10", savedAt: at(3) }]);
  await recallGrade(instructor, { ...place, version: 4, reason: "Another look." }, at(4));
  const other = { ...place, studentId: cast.liming.actor.membershipId };
  const excused = { ...blank, ...other, id: uuidv7(), version: 0, reason: "" };
  await saveGrade(instructor, { ...excused, standing: "excused" }, at(5));
  const both = await agree();
  expect(both.map(({ stage, total }) => [stage, total]).sort()).toEqual([
    ["draft", null],
    ["recalled", "10"],
  ]);
});
