import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { blank, type GradeSave } from "@/domain/grading/grade";
import { replay } from "@/domain/grading/history";
import type { Id } from "@/domain/id";
import { type RefusalCode, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { findGrade, stateOf } from "@/server/queries/grade";
import { ownGrade } from "@/server/queries/grade-own";
import { ownGrades } from "@/server/queries/grade-own-list";
import { gradePage } from "@/server/queries/grade-page";
import { gradebookOf } from "@/server/queries/gradebook";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { recallGrade } from "./recall-grade";
import { releaseDrafts } from "./release-drafts";
import { releaseGrade } from "./release-grade";
import { saveGrade } from "./save-grade";

async function refusalOf(work: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

const studentOf = (access: CourseAccess) => access.actor.membershipId;

function marksOf(cast: Cast, ...levels: number[]): Record<Id, Id> {
  return Object.fromEntries(
    cast.criteria.flatMap((criterion, at) => {
      const level = criterion.levelIds[levels[at] ?? -1];
      return level ? [[criterion.id, level]] : [];
    }),
  );
}

const save = (cast: Cast, student: CourseAccess, what: Partial<GradeSave> = {}): GradeSave => ({
  id: uuidv7(),
  assignmentId: cast.assignmentId,
  studentId: studentOf(student),
  version: 0,
  ...blank,
  feedback: "Read ¶2 again.",
  marks: marksOf(cast, 2, 1),
  reason: "",
  ...what,
});

const at = (cast: Cast, student: CourseAccess, version: number) => ({
  assignmentId: cast.assignmentId,
  studentId: studentOf(student),
  version,
});

async function historyOf(gradeId: Id) {
  const events = await db().event.findMany({ where: { subjectId: gradeId }, orderBy: { seq: "asc" } });
  const versions = await db().gradeVersion.findMany({ where: { gradeId }, orderBy: { version: "asc" } });
  return { events: events.map((event) => event.type), versions };
}

describe("saving", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCourse();
  });

  it("begins a grade, once however often it is sent", async () => {
    const input = save(cast, cast.ada);
    const first = await saveGrade(cast.instructor, input, today);
    const again = await saveGrade(cast.instructor, input, today);
    expect(first).toMatchObject({ id: input.id, version: 1, stage: "draft", total: "15", complete: true });
    expect(again).toEqual(first);
    const { events, versions } = await historyOf(first.id);
    expect(events).toEqual(["grade.saved"]);
    expect(versions).toHaveLength(1);
    expect(versions[0]?.total?.toString()).toBe("15");
    expect(versions[0]?.state).toEqual({
      ...blank,
      feedback: "Read ¶2 again.",
      marks: marksOf(cast, 2, 1),
      released: false,
    });
  });

  it("keeps both when a second grader begins from nothing, or goes on from an older version", async () => {
    const theirs = save(cast, cast.ada, { feedback: "Mine." });
    await expect(saveGrade(cast.assistant, theirs, today)).rejects.toMatchObject({
      refusal: { code: "stale", current: { version: 1, text: "Read ¶2 again." } },
    });
    const next = await saveGrade(cast.assistant, { ...theirs, version: 1 }, today);
    expect(next).toMatchObject({ version: 2, feedback: "Mine.", grader: { name: "Tomasz" } });
    const late = save(cast, cast.ada, { version: 1, feedback: "Older." });
    expect(await refusalOf(saveGrade(cast.instructor, late, today))).toBe("stale");
    const future = save(cast, cast.ada, { version: 9 });
    expect(await refusalOf(saveGrade(cast.instructor, future, today))).toBe("stale");
  });

  it("takes a repeat of a later save for done", async () => {
    const input = save(cast, cast.ada, { version: 2, feedback: "Third." });
    const done = await saveGrade(cast.assistant, input, today);
    expect((await saveGrade(cast.assistant, input, today)).version).toBe(done.version);
    expect(await refusalOf(saveGrade(cast.instructor, input, today))).toBe("stale");
  });

  it("refuses marks of another rubric, points out of range, and whom it is not for", async () => {
    const other = await makeCourse();
    const foreign = save(cast, cast.liming, { marks: marksOf(other, 2, 1) });
    expect(await refusalOf(saveGrade(cast.instructor, foreign, today))).toBe("not-found");
    const tooMany = save(cast, cast.liming, { points: "20.01" });
    expect(await refusalOf(saveGrade(cast.instructor, tooMany, today))).toBe("points-out-of-range");
    expect(await refusalOf(saveGrade(cast.ada, save(cast, cast.ada), today))).toBe("not-allowed");
    expect(await refusalOf(saveGrade(cast.observer, save(cast, cast.ada), today))).toBe("not-allowed");
    expect(await refusalOf(saveGrade(cast.instructor, save(cast, other.ada), today))).toBe("not-found");
    expect(await refusalOf(saveGrade(cast.instructor, save(cast, cast.assistant), today))).toBe("not-found");
    const elsewhere = save(cast, cast.liming, { assignmentId: other.assignmentId });
    expect(await refusalOf(saveGrade(cast.instructor, elsewhere, today))).toBe("not-found");
    expect((await findGrade(cast.instructor, cast.assignmentId, studentOf(cast.liming))).grade).toBeNull();
  });

  it("refuses an id that another grade has", async () => {
    const { grade } = await findGrade(cast.instructor, cast.assignmentId, studentOf(cast.ada));
    const input = save(cast, cast.liming, { id: grade?.id ?? "" });
    expect(await refusalOf(saveGrade(cast.instructor, input, today))).toBe("id-taken");
  });
});

describe("releasing", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCourse();
    await saveGrade(cast.assistant, save(cast, cast.ada), today);
  });

  it("shows a student nothing of a draft", async () => {
    expect(await refusalOf(ownGrade(cast.ada, cast.assignmentId))).toBe("not-found");
    expect((await ownGrades(cast.ada)).lines).toMatchObject([{ total: null, releasedAt: null }]);
    expect(await refusalOf(gradebookOf(cast.ada, today))).toBe("not-allowed");
    expect(await refusalOf(gradePage(cast.ada, cast.assignmentId, studentOf(cast.ada)))).toBe("not-allowed");
    expect(await refusalOf(findGrade(cast.ada, cast.assignmentId, studentOf(cast.ada)))).toBe("not-allowed");
  });

  it("is for instructors, and for what is complete", async () => {
    expect(await refusalOf(releaseGrade(cast.assistant, at(cast, cast.ada, 1), today))).toBe("not-allowed");
    const open = save(cast, cast.liming, { marks: marksOf(cast, 2) });
    await saveGrade(cast.instructor, open, today);
    await expect(releaseGrade(cast.instructor, at(cast, cast.liming, 1), today)).rejects.toMatchObject({
      refusal: { code: "requirements-missing", missing: ["Argument"] },
    });
    expect(await refusalOf(releaseGrade(cast.instructor, at(cast, cast.stranger, 1), today))).toBe(
      "not-found",
    );
    expect(await refusalOf(releaseGrade(cast.instructor, at(cast, cast.ada, 4), today))).toBe("stale");
  });

  it("shows the student the whole of it, once", async () => {
    const released = await releaseGrade(cast.instructor, at(cast, cast.ada, 1), today);
    expect(released).toMatchObject({ version: 2, stage: "released" });
    expect(await releaseGrade(cast.instructor, at(cast, cast.ada, 1), today)).toEqual(released);
    expect((await historyOf(released.id)).events).toEqual(["grade.saved", "grade.released"]);
    const own = await ownGrade(cast.ada, cast.assignmentId);
    expect(own.grade).toMatchObject({ total: "15", feedback: "Read ¶2 again.", grader: { name: "Tomasz" } });
    expect(own.measure.most).toBe("20");
    expect(await refusalOf(ownGrade(cast.liming, cast.assignmentId))).toBe("not-found");
    expect(await refusalOf(ownGrade(cast.observer, cast.assignmentId))).toBe("not-found");
  });

  it("owes a reason for every later change, and shows it", async () => {
    const change = save(cast, cast.ada, { version: 2, marks: marksOf(cast, 2, 2) });
    expect(await refusalOf(saveGrade(cast.assistant, change, today))).toBe("reason-required");
    await saveGrade(cast.assistant, { ...change, reason: "I had missed ¶3." }, today);
    const { changes, grade } = await ownGrade(cast.ada, cast.assignmentId);
    expect(grade.total).toBe("20");
    expect(changes).toMatchObject([
      { act: "release", by: "Inés", from: null, to: "15" },
      { act: "save", by: "Tomasz", from: "15", to: "20", reason: "I had missed ¶3." },
    ]);
  });

  it("is taken back with a reason, and then nothing is to be seen", async () => {
    const back = { ...at(cast, cast.ada, 3), reason: "" };
    expect(await refusalOf(recallGrade(cast.instructor, back, today))).toBe("reason-required");
    const why = { ...back, reason: "Wrong rubric." };
    expect(await refusalOf(recallGrade(cast.assistant, why, today))).toBe("not-allowed");
    expect(await recallGrade(cast.instructor, why, today)).toMatchObject({ version: 4, stage: "recalled" });
    expect(await recallGrade(cast.instructor, why, today)).toMatchObject({ version: 4 });
    expect(await refusalOf(ownGrade(cast.ada, cast.assignmentId))).toBe("not-found");
    expect((await ownGrades(cast.ada)).lines).toMatchObject([{ total: null, releasedAt: null }]);
  });

  it("goes out for all that was confirmed, and leaves what changed meanwhile", async () => {
    await saveGrade(cast.instructor, save(cast, cast.stranger, { points: "12.5", marks: {} }), today);
    const drafts = [
      { studentId: studentOf(cast.ada), version: 3 },
      { studentId: studentOf(cast.liming), version: 1 },
      { studentId: studentOf(cast.stranger), version: 1 },
    ];
    const input = { assignmentId: cast.assignmentId, drafts };
    expect(await refusalOf(releaseDrafts(cast.assistant, input, today))).toBe("not-allowed");
    expect(await releaseDrafts(cast.instructor, input, today)).toEqual({ released: 1, left: 2 });
    const { students, assignments } = await gradebookOf(cast.instructor, today);
    const states = students.map((student) => [student.name, student.cells[cast.assignmentId]?.state]);
    expect(Object.fromEntries(states)).toEqual({ Ada: "recalled", "Li Ming": "draft", Zofia: "released" });
    expect(assignments[0]).toMatchObject({ released: 1 });
  });
});

it("lets exactly one of eight savers win each version, and the history replays to the grade", async () => {
  const cast = await makeCourse();
  const graders = Array.from({ length: 8 }, (_, n) => (n % 2 ? cast.assistant : cast.instructor));
  const rounds = 4;
  for (let version = 0; version < rounds; version++) {
    const outcomes = await Promise.all(
      graders.map((grader, n) =>
        refusalOf(
          saveGrade(grader, save(cast, cast.ada, { version, feedback: `Round ${version}, ${n}` }), today),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "stale")).toHaveLength(7);
  }
  const { grade } = await findGrade(cast.instructor, cast.assignmentId, studentOf(cast.ada));
  if (!grade) throw new Error("no grade");
  expect(grade.version).toBe(rounds);
  expect(grade.history.map((step) => step.version)).toEqual([1, 2, 3, 4]);
  expect(replay(grade.history)).toEqual(stateOf(grade));
  expect((await historyOf(grade.id)).events).toHaveLength(rounds);
});
