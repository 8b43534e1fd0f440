import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { blank, contentOf, gradeState, saysTheSame } from "@/domain/grading/grade";
import { replay } from "@/domain/grading/history";
import { totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { type Refusal, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { saveRubric } from "@/server/commands/rubric/save-rubric";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";
import {
  contentFrom,
  findGrade,
  gradeFields,
  measureFields,
  toGrade,
  toMeasure,
} from "@/server/queries/grade";
import { findRubric } from "@/server/queries/rubric";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { type Random, randomFrom } from "@/server/testing/random";
import { recallGrade } from "./recall-grade";
import { releaseGrade } from "./release-grade";
import { saveGrade } from "./save-grade";
import { undoGrade } from "./undo-grade";

const RUNS = Number(process.env.GLOSSA_INTERLEAVINGS ?? 150);
/** Courses that are graded in at the same time, as many as there are connections for; each is used again and again. */
const COURSES = 2;
const MOST_GRADERS = 8;
const MINUTE = 60_000;

/** What was taken and what was refused in one run. */
interface Account {
  /** The marks of saves that were taken, by "student/version". */
  saved: Map<string, string>;
  undone: Set<string>;
  refused: { base: number; refusal: Refusal }[];
}

interface Grader {
  access: CourseAccess;
  draw: Random["below"];
  mark: string;
}

async function tried<Result>(
  account: Account,
  base: number,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    account.refused.push({ base, refusal: error.refusal });
    return null;
  }
}

async function changeRubric(cast: Cast, { access, draw, mark }: Grader, account: Account) {
  const { version, criteria, holistic } = await findRubric(access, cast.rubricId);
  const changed = criteria.map((criterion) => ({
    ...criterion,
    levels: criterion.levels.map((level) => (draw(2) ? level : { ...level, points: String(draw(10)) })),
  }));
  // Now and then a criterion is made anew: what was marked by it falls away.
  const [first, ...rest] = changed;
  const levels = ["0", "4", "8"].map((points) => ({ name: points, points }));
  const fresh = { name: first?.name ?? "", description: "", levels };
  const next = draw(3) === 0 ? [fresh, ...rest] : changed;
  const rubric = { title: mark, holistic, criteria: next };
  const input = { id: cast.rubricId, version, rubric, reason: mark };
  await tried(account, version, () => saveRubric(access, input, today));
}

async function actOn(cast: Cast, studentId: Id, grader: Grader, account: Account) {
  const { access, draw, mark } = grader;
  const { assignmentId } = cast;
  const { grade, measure } = await findGrade(access, assignmentId, studentId);
  const base = grade?.version ?? 0;
  const at = { assignmentId, studentId, version: base };
  const which = draw(10);
  if (which === 0) return changeRubric(cast, grader, account);
  if (grade && which <= 2) return tried(account, base, () => releaseGrade(access, at, today));
  if (grade && which === 3)
    return tried(account, base, () => recallGrade(access, { ...at, reason: mark }, today));
  if (grade && which <= 5) {
    const after = await tried(account, base, () => undoGrade(access, { ...at, reason: mark }, today));
    if (after && after.version > base) account.undone.add(`${studentId}/${base + 1}`);
    return after;
  }
  const levels = measure.criteria.map((criterion) => [
    criterion.id,
    criterion.levels[draw(criterion.levels.length)]?.id ?? "",
  ]);
  const input = {
    ...blank,
    ...at,
    id: uuidv7(),
    marks: Object.fromEntries(draw(5) ? levels : levels.slice(1)) as Record<Id, Id>,
    points: draw(4) ? null : String(draw(20)),
    kept: ["100", "90", "33.33"][draw(3)] ?? "100",
    feedback: `${studentId} ${mark}`,
    reason: mark,
  };
  const sent = [tried(account, base, () => saveGrade(access, input, today))];
  // As a line that breaks makes a browser send again.
  if (draw(8) === 0) sent.push(tried(account, base, () => saveGrade(access, input, today)));
  const [first, second] = await Promise.all(sent);
  if (first ?? second) account.saved.set(`${studentId}/${base + 1}`, input.feedback);
}

/** One grader's work: they open somebody's grade, others act meanwhile, and they act on what they saw. */
async function grades(cast: Cast, students: Id[], grader: Grader, account: Account) {
  const acts = 1 + grader.draw(2);
  for (let act = 0; act < acts; act++) {
    const student = students[grader.draw(students.length)] ?? "";
    await actOn(cast, student, { ...grader, mark: `${grader.mark}.${act}` }, account);
  }
}

async function check(cast: Cast, account: Account) {
  const row = await db().assignment.findUniqueOrThrow({
    where: { id: cast.assignmentId },
    select: { ...measureFields, grades: { select: gradeFields } },
  });
  const measure = toMeasure(row);
  const seen = new Map<string, string>();
  for (const found of row.grades) {
    const { history, total } = toGrade(found, measure);
    const state = replay(history);
    // The history ends in what the row says, and both come to the same.
    expect(saysTheSame(contentOf(state), contentFrom(found))).toBe(true);
    expect(state.released).toBe(found.releasedAt !== null);
    expect(history.at(-1)?.version).toBe(found.version);
    expect(history.at(-1)?.total).toBe(totalOf(measure, contentFrom(found)));
    expect(total).toBe(history.at(-1)?.total);
    for (const step of history) {
      const { feedback } = gradeState.parse(step.state);
      // Never what was written for another student.
      expect(feedback === "" || feedback.startsWith(found.studentId)).toBe(true);
      const key = `${found.studentId}/${step.version}`;
      if (step.act === "save") seen.set(key, feedback);
      if (step.act === "undo") expect(account.undone).toContain(key);
    }
  }
  // Whatever was taken for saved stands in the history as the version after the one it was made on, and nothing else.
  expect(seen).toEqual(account.saved);
  for (const { base, refusal } of account.refused) {
    if (refusal.code === "stale") expect(refusal.current.version).toBeGreaterThan(base);
    else expect(["requirements-missing", "points-out-of-range", "not-found"]).toContain(refusal.code);
  }
}

/** As many instructors as grade at once at most: each has their own place in the histories. */
async function staffOf(cast: Cast): Promise<CourseAccess[]> {
  const { courseId } = cast;
  const people = Array.from({ length: MOST_GRADERS }, () => uuidv7());
  await db().user.createMany({
    data: people.map((id) => ({ id, email: `${id}@example.test`, name: "Grader" })),
  });
  await db().membership.createMany({
    data: people.map((userId) => ({ id: uuidv7(), courseId, userId, role: "instructor" as const })),
  });
  return Promise.all(people.map((userId) => courseAccess({ userId, sessionVersion: 1 }, courseId)));
}

async function run(cast: Cast, staff: CourseAccess[], seed: number, tally: { saved: number; stale: number }) {
  await db().grade.deleteMany({ where: { assignmentId: cast.assignmentId } });
  const draw = randomFrom(seed).below;
  const all = [cast.ada, cast.liming, cast.stranger].map((student) => student.actor.membershipId);
  const students = all.slice(0, 1 + draw(3));
  const account: Account = { saved: new Map(), undone: new Set(), refused: [] };
  const graders = staff.slice(0, 2 + draw(MOST_GRADERS - 1)).map((access, n) => {
    return { access, draw: randomFrom(seed * 16 + n + 1).below, mark: `${seed}.${n}` };
  });
  await Promise.all(graders.map((grader) => grades(cast, students, grader, account)));
  await check(cast, account);
  tally.saved += account.saved.size;
  tally.stale += account.refused.filter(({ refusal }) => refusal.code === "stale").length;
}

it(
  `keeps every save of ${RUNS} interleavings of two to eight graders, or refuses it with the newer version`,
  async () => {
    const casts = await Promise.all(Array.from({ length: COURSES }, makeCourse));
    const tally = { saved: 0, stale: 0 };
    await Promise.all(
      casts.map(async (cast, course) => {
        const staff = await staffOf(cast);
        for (let seed = course; seed < RUNS; seed += COURSES) await run(cast, staff, seed, tally);
      }),
    );
    expect(tally.saved).toBeGreaterThan(RUNS);
    // They do get into each other's way.
    expect(tally.stale).toBeGreaterThan(RUNS / 4);
  },
  MINUTE + RUNS * 1000,
);
