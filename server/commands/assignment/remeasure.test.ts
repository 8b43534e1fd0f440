import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { type AssignmentDraft, assignmentDraft } from "@/domain/assignment/assignment";
import { blank, type GradeSave } from "@/domain/grading/grade";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentEffects } from "@/server/queries/assignment-effects";
import { ownGrade } from "@/server/queries/grade-own";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { saveAssignment } from "./save-assignment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  await db().assignment.update({
    where: { id: cast.assignmentId },
    data: { points: 20, participationPoints: 4 },
  });
});

const place = () => ({ assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId });

async function released(what: Partial<GradeSave>) {
  await saveGrade(
    cast.assistant,
    { ...blank, id: uuidv7(), ...place(), version: 0, reason: "", ...what },
    today,
  );
  await releaseGrade(cast.instructor, { ...place(), version: 1 }, today);
}

async function save(change: Partial<AssignmentDraft>) {
  const draft = assignmentDraft.parse({
    ...(await assignmentOf(cast.instructor, cast.assignmentId)),
    ...change,
  });
  const { touches } = await assignmentEffects(cast.instructor, { id: cast.assignmentId, draft }, today);
  return saveAssignment(cast.instructor, { id: cast.assignmentId, version: 1, draft, touches }, today).then(
    () => "saved",
    (error) => (error instanceof Refused ? error.refusal.code : error),
  );
}

const marks = (level: number) =>
  Object.fromEntries(cast.criteria.map(({ id, levelIds }) => [id, levelIds[level] ?? ""]));
const seen = async () => {
  const { grade, changes } = await ownGrade(cast.ada, cast.assignmentId);
  return [grade.total, changes.at(-1)?.to];
};

test("what a student was shown does not come to something else because taking part no longer counts", async () => {
  await released({ marks: marks(1), participation: "4", participationSuggested: "4" });
  expect(await seen()).toEqual(["14", "14"]);
  expect(await save({ participationPoints: "0" })).toBe("grades-shown");
  expect(await seen()).toEqual(["14", "14"]);
});

test("nor to more than there is to be had", async () => {
  await released({ points: "18" });
  expect(await save({ points: "15" })).toBe("grades-shown");
  expect(await save({ points: "18" })).toBe("saved");
});

test("a draft waits for its next save: whoever goes on with it sees what it comes to", async () => {
  await saveGrade(
    cast.assistant,
    { ...blank, id: uuidv7(), ...place(), version: 0, points: "18", reason: "" },
    today,
  );
  expect(await save({ points: "15" })).toBe("saved");
});

test("a grade that was read under other points is not released by them", async () => {
  await saveGrade(
    cast.assistant,
    { ...blank, id: uuidv7(), ...place(), version: 0, points: "18", reason: "" },
    today,
  );
  const both = await Promise.all([
    releaseGrade(cast.instructor, { ...place(), version: 1 }, today).then(
      () => "released",
      (error) => (error instanceof Refused ? error.refusal.code : error),
    ),
    save({ points: "15" }),
  ]);
  // Whichever comes first, the other is refused: or both came in turn and nothing is released beyond the points.
  const { releasedAt } = await db().grade.findUniqueOrThrow({
    where: { assignmentId_studentId: { assignmentId: cast.assignmentId, studentId: place().studentId } },
  });
  const { points } = await db().assignment.findUniqueOrThrow({ where: { id: cast.assignmentId } });
  expect(releasedAt === null || Number(points) >= 18, JSON.stringify(both)).toBe(true);
});
