import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { blank } from "@/domain/grading/grade";
import { replay } from "@/domain/grading/history";
import { type RubricSave, rubricDraft } from "@/domain/grading/rubric";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import type { CourseAccess } from "@/server/queries/course-access";
import { findGrade, stateOf } from "@/server/queries/grade";
import { ownGrade } from "@/server/queries/grade-own";
import { findRubric, rubricList } from "@/server/queries/rubric";
import { rubricEffects } from "@/server/queries/rubric-effects";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { removeRubric } from "./remove-rubric";
import { saveRubric } from "./save-rubric";

let cast: Cast;
const keyOf = (student: CourseAccess) => student.actor.membershipId;

async function graded(student: CourseAccess, ...levels: number[]): Promise<void> {
  const marks: Record<Id, Id> = Object.fromEntries(
    cast.criteria.map(({ id, levelIds }, at) => [id, levelIds[levels[at] ?? 0] ?? ""]),
  );
  const place = { assignmentId: cast.assignmentId, studentId: keyOf(student) };
  await saveGrade(cast.assistant, { ...blank, id: uuidv7(), ...place, version: 0, marks, reason: "" }, today);
}

/** The rubric with the best level of its second criterion at other points. */
async function raised(points: string): Promise<RubricSave> {
  const { id, version, title, holistic, criteria } = await findRubric(cast.instructor, cast.rubricId);
  const next = criteria.map((criterion, at) => ({
    ...criterion,
    levels: criterion.levels.map((level, n) => (at === 1 && n === 2 ? { ...level, points } : level)),
  }));
  return { id, version, rubric: { title, holistic, criteria: next }, reason: "" };
}

beforeEach(async () => {
  cast = await makeCourse();
  await graded(cast.ada, 2, 2);
  await graded(cast.liming, 2, 1);
  await graded(cast.stranger, 0, 2);
  const place = { assignmentId: cast.assignmentId, studentId: keyOf(cast.ada) };
  await releaseGrade(cast.instructor, { ...place, version: 1 }, today);
});

describe("a rubric that is in use", () => {
  it("says first which grades change, and changes them with their histories", async () => {
    const save = await raised("8");
    const effects = await rubricEffects(cast.assistant, save.id, save.rubric);
    expect(effects).toMatchObject({ released: 1, opened: 0, assignments: [{ title: "Week 1", graded: 3 }] });
    expect(effects.changes.map(({ name, from, to, released }) => [name, from, to, released])).toEqual([
      ["Ada", "20", "18", true],
      ["Zofia", "10", "8", false],
    ]);
    await expect(saveRubric(cast.assistant, save, today)).rejects.toMatchObject({
      refusal: { code: "reason-required" },
    });
    const changed = await saveRubric(cast.assistant, { ...save, reason: "Too much." }, today);
    expect(changed).toMatchObject({ version: 2, most: "18" });
    const { grade } = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.ada));
    expect(grade).toMatchObject({ version: 3, total: "18", stage: "released" });
    expect(grade?.history.map(({ act, total }) => [act, total])).toEqual([
      ["save", "20"],
      ["release", "20"],
      ["rubric", "18"],
    ]);
    if (grade) expect(replay(grade.history)).toEqual(stateOf(grade));
    const own = await ownGrade(cast.ada, cast.assignmentId);
    expect(own.changes.at(-1)).toMatchObject({ act: "rubric", from: "20", to: "18", reason: "Too much." });
    const untouched = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.liming));
    expect(untouched.grade).toMatchObject({ version: 1, total: "15" });
  });

  it("is saved once however often it is sent, and refused to whoever comes second", async () => {
    const save = { ...(await raised("8")), reason: "Too much." };
    const [one, other] = await Promise.all([
      saveRubric(cast.assistant, save, today),
      saveRubric(cast.assistant, save, today),
    ]);
    expect(one).toEqual(other);
    expect(await db().event.count({ where: { type: "grade.remeasured" } })).toBeGreaterThanOrEqual(2);
    const late = { ...save, rubric: { ...save.rubric, title: "Mine" } };
    await expect(saveRubric(cast.instructor, late, today)).rejects.toMatchObject({
      refusal: { code: "stale", current: { version: 2 } },
    });
    const { grade } = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.stranger));
    expect(grade?.version).toBe(2);
  });

  it("lets marks of what was taken out fall away, and wants levels of what is new", async () => {
    const save = await raised("10");
    const [first] = save.rubric.criteria;
    const levels = ["0", "10"].map((points) => ({ name: points, points }));
    const criteria = [...(first ? [first] : []), { name: "Voice", description: "", levels }];
    const rubric = { ...save.rubric, criteria };
    expect(await rubricEffects(cast.instructor, save.id, rubric)).toMatchObject({ released: 1, opened: 3 });
    await saveRubric(cast.instructor, { ...save, rubric, reason: "Another way." }, today);
    const { grade, measure } = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.stranger));
    expect(measure.criteria.map(({ name }) => name)).toEqual(["Close reading", "Voice"]);
    expect(grade).toMatchObject({ total: "0", complete: false });
    expect(Object.keys(grade?.marks ?? {})).toEqual([cast.criteria[0]?.id]);
  });

  it("refuses parts of another rubric, points that would be out of range, and students", async () => {
    const other = await makeCourse();
    const save = { ...(await raised("10")), reason: "Why." };
    const foreign = await findRubric(other.instructor, other.rubricId);
    const mixed = { ...save, rubric: { ...save.rubric, title: "Mixed", criteria: foreign.criteria } };
    await expect(saveRubric(cast.instructor, mixed, today)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
    const high = { ...(await raised("11")), reason: "More." };
    await expect(saveRubric(cast.instructor, high, today)).rejects.toMatchObject({
      refusal: { code: "points-out-of-range", most: "20" },
    });
    await expect(saveRubric(cast.ada, save, today)).rejects.toMatchObject({
      refusal: { code: "not-allowed" },
    });
    const { grade } = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.ada));
    expect(grade?.version).toBe(2);
  });

  it("is listed with where it is used, and taken off the list", async () => {
    expect(await rubricList(cast.assistant)).toMatchObject([
      { title: "Discussion", usedIn: [{ title: "Week 1", graded: 3 }] },
    ]);
    await removeRubric(cast.assistant, cast.rubricId, today);
    await removeRubric(cast.assistant, cast.rubricId, today);
    expect(await rubricList(cast.assistant)).toEqual([]);
    const { grade } = await findGrade(cast.instructor, cast.assignmentId, keyOf(cast.ada));
    expect(grade?.total).toBe("20");
  });
});

it("refuses a mark that is more than any grade can hold, whoever would come to it", async () => {
  await db().rubricLevel.updateMany({
    where: { courseId: cast.courseId, position: 3 },
    data: { points: "99999.99" },
  });
  const place = { assignmentId: cast.assignmentId, studentId: keyOf(cast.liming) };
  const marks = Object.fromEntries(cast.criteria.map(({ id, levelIds }) => [id, levelIds[2] ?? ""]));
  const save = { ...blank, id: uuidv7(), ...place, version: 1, marks, reason: "" };
  await expect(saveGrade(cast.assistant, save, today)).rejects.toMatchObject({
    refusal: { code: "points-out-of-range" },
  });
  const { rubric } = await raised("99999.99");
  expect(rubricDraft.safeParse(rubric).success).toBe(false);
});
