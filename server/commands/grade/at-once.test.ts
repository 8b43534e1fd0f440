import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { assignmentDraft } from "@/domain/assignment/assignment";
import { blank } from "@/domain/grading/grade";
import { Refused } from "@/domain/refusal";
import { db, type Transaction } from "@/server/adapters/db";
import { saveAssignment } from "@/server/commands/assignment/save-assignment";
import { saveCategories } from "@/server/commands/gradebook/save-categories";
import { setMarks } from "@/server/commands/gradebook/set-marks";
import { assignmentOf } from "@/server/queries/assignment";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { answerAsked, askAgain } from "./ask-again";
import { releaseGrade } from "./release-grade";
import { saveGrade } from "./save-grade";
import { shareOut } from "./share-out";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const category = { id: uuidv7(), name: "Papers", weight: "40", dropLowest: 0 };

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refused ? error.refusal.code : error),
  );

/** Does `first`, and while nobody knows of it yet begins `second`, which has to wait for it. */
async function atOnce(first: (tx: Transaction) => Promise<unknown>, second: () => Promise<unknown>) {
  const begun: Promise<unknown>[] = [];
  await db().$transaction(
    async (tx) => {
      await first(tx);
      begun.push(outcome(second()));
      await eventually(async () => {
        const [row] = await db().$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        expect(row?.waiting).toBeGreaterThan(0);
      });
    },
    { timeout: 60_000 },
  );
  return begun[0];
}

it("nobody asks about a grade that is being taken back", async () => {
  const place = { assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId };
  const said = { ...blank, ...place, id: uuidv7(), version: 0, points: "12", reason: "" };
  const { id } = await saveGrade(cast.assistant, said, today);
  await releaseGrade(cast.instructor, { ...place, version: 1 }, today);
  const asked = await atOnce(
    (tx) => tx.grade.update({ where: { id }, data: { releasedAt: null } }),
    () => askAgain(cast.ada, { id: uuidv7(), assignmentId: cast.assignmentId, body: "Why?" }, today),
  );
  expect(asked).toBe("not-found");
  expect(await db().gradeRequest.count({ where: { gradeId: id } })).toBe(0);
});

it("an answer leaves waiting what is being asked at this moment", async () => {
  const { courseId, assignmentId } = cast;
  const studentId = cast.ada.actor.membershipId;
  const place = { assignmentId, studentId };
  const said = { ...blank, ...place, id: uuidv7(), version: 0, points: "12", reason: "" };
  const { id: gradeId } = await saveGrade(cast.assistant, said, today);
  await releaseGrade(cast.instructor, { ...place, version: 1 }, today);
  await askAgain(cast.ada, { id: uuidv7(), assignmentId, body: "Why?" }, today);
  const answered = await atOnce(
    async (tx) => {
      const word = {
        id: uuidv7(),
        gradeId,
        courseId,
        authorId: studentId,
        body: "And ¶2?",
        createdAt: today,
      };
      await tx.gradeRequest.create({ data: word });
      await tx.grade.update({ where: { id: gradeId }, data: { askedAt: today } });
    },
    () => answerAsked(cast.assistant, { ...place, id: uuidv7(), body: "I looked.", asked: 1 }, today),
  );
  expect(answered).toBe("done");
  const grade = await db().grade.findUniqueOrThrow({ where: { id: gradeId }, include: { requests: true } });
  expect(grade.askedAt).toEqual(today);
  expect(grade.requests).toHaveLength(3);
});

it("of two who share out at once the later one's shares stand, whole", async () => {
  const { courseId, assignmentId } = cast;
  const [one, other] = [cast.instructor.actor.membershipId, cast.assistant.actor.membershipId];
  const shared = await atOnce(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR NO KEY UPDATE`;
      const studentId = cast.ada.actor.membershipId;
      await tx.graderShare.create({ data: { assignmentId, courseId, studentId, graderId: one } });
    },
    () => shareOut(cast.instructor, { assignmentId, by: "name", graderIds: [other] }, today),
  );
  expect(shared).toBe("done");
  const shares = await db().graderShare.findMany({ where: { assignmentId }, select: { graderId: true } });
  expect(shares.map(({ graderId }) => graderId)).toEqual([other, other, other]);
});

it("who loses to another mark is told that one, and who sent the same one is no loser", async () => {
  const place = { assignmentId: cast.assignmentId, studentId: cast.ada.actor.membershipId };
  const said = { ...blank, ...place, id: uuidv7(), version: 0, points: "12", reason: "" };
  const { id } = await saveGrade(cast.assistant, said, today);
  const winner = (tx: Transaction) =>
    tx.grade.update({ where: { id }, data: { points: "14", version: { increment: 1 } } });
  const mark = (points: string, version: number, gradeId = uuidv7()) =>
    setMarks(
      cast.instructor,
      { marks: [{ id: gradeId, ...place, version, mark: { kind: "points", points } }], reason: "" },
      today,
    );
  const told: unknown[] = [];
  await atOnce(winner, async () => told.push(await mark("9", 1)));
  expect(told).toMatchObject([[{ refusal: { code: "stale", current: { version: 2, text: "14" } } }]]);
  const twins = await Promise.all([mark("15", 2), mark("15", 2)]);
  expect(twins.flat().map(({ version, refusal }) => [version, refusal])).toEqual([
    [3, null],
    [3, null],
  ]);
  const other = { ...place, studentId: cast.liming.actor.membershipId };
  const taken = await setMarks(
    cast.instructor,
    { marks: [{ id, ...other, version: 0, mark: { kind: "missing" } }], reason: "" },
    today,
  );
  expect(taken).toMatchObject([{ refusal: { code: "id-taken" } }]);
});

it("who loses to another's assignment, or to another's categories, is told how those stand", async () => {
  const { courseId, assignmentId: id } = cast;
  const told: unknown[] = [];
  const refused = (work: Promise<unknown>) =>
    work.catch((error) => told.push(error instanceof Refused ? error.refusal : error));
  const draft = assignmentDraft.parse(await assignmentOf(cast.instructor, id));
  const next = { version: { increment: 1 } } as const;
  await atOnce(
    (tx) => tx.assignment.update({ where: { id }, data: { title: "Theirs", ...next } }),
    () => refused(saveAssignment(cast.instructor, { id, version: 1, draft }, today)),
  );
  await atOnce(
    (tx) => tx.course.update({ where: { id: courseId }, data: { categoriesVersion: { increment: 1 } } }),
    () => refused(saveCategories(cast.instructor, { version: 1, categories: [category] }, today)),
  );
  expect(told).toMatchObject([
    { code: "stale", current: { version: 2, text: expect.stringContaining("Theirs") } },
    { code: "stale", current: { version: 2 } },
  ]);
});
