import type { GradeContent, GradeState } from "@/domain/grading/grade";
import type { Act } from "@/domain/grading/history";
import type { Id } from "@/domain/id";
import { type Transaction, transaction } from "./db";
import { recordAtDesk, recordEachAtDesk } from "./event-log";

export interface GradeChange {
  gradeId: Id;
  courseId: Id;
  studentId: Id;
  actorId: Id;
  act: Act;
  /** The version the change makes: one more than the one it was made on. */
  version: number;
  /** The whole state after the act. */
  state: GradeState;
  /** What it then comes to, a decimal. */
  total: string | null;
  reason: string | null;
  at: Date;
}

const eventTypes = {
  save: "grade.saved",
  release: "grade.released",
  recall: "grade.recalled",
  undo: "grade.undone",
  rubric: "grade.remeasured",
} as const;

/** What a grade was measured by: the assignment's points, as decimals, and which rubric in which of its versions. */
export interface Gauge {
  points: string;
  participation: string;
  rubric: { id: Id; version: number } | null;
}

/**
 * Runs `work` in a transaction in which points and rubric stay what they were when the grade was read; "remeasured",
 * with nothing changed, where they have become others since. Who changes them waits for those who grade by them.
 */
export async function whileMeasured<Result>(
  assignmentId: Id,
  gauge: Gauge,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result | "remeasured"> {
  return transaction(async (tx) => {
    const [now] = await tx.$queryRaw<Omit<Gauge, "rubric">[]>`
      SELECT points::text, "participationPoints"::text AS participation FROM "Assignment"
      WHERE id = ${assignmentId}::uuid FOR SHARE`;
    const [rubric] = await tx.$queryRaw<{ id: Id; version: number }[]>`
      SELECT r.id, r.version FROM "Assignment" a JOIN "Rubric" r ON r.id = a."rubricId"
      WHERE a.id = ${assignmentId}::uuid FOR SHARE OF r`;
    const isSame =
      now?.points === gauge.points &&
      now.participation === gauge.participation &&
      rubric?.id === gauge.rubric?.id &&
      rubric?.version === gauge.rubric?.version;
    return isSame ? work(tx) : "remeasured";
  });
}

async function keepContent(tx: Transaction, { gradeId, courseId, state }: GradeChange): Promise<void> {
  await tx.gradeMark.deleteMany({ where: { gradeId } });
  await tx.gradeMark.createMany({
    data: Object.entries(state.marks).map(([criterionId, levelId]) => ({
      gradeId,
      courseId,
      criterionId,
      levelId,
    })),
  });
  await tx.gradeRemark.deleteMany({ where: { gradeId } });
  await tx.gradeRemark.createMany({
    data: Object.entries(state.remarks).map(([subjectId, { kind, body }]) => ({
      gradeId,
      courseId,
      subjectId,
      kind,
      body,
    })),
  });
}

const versionOf = (change: GradeChange) => {
  const { gradeId, courseId, actorId, act, version, state, total, reason, at } = change;
  return { gradeId, courseId, version, actorId, act, state, total, reason, at };
};

const eventOf = ({ act, version, studentId, courseId, actorId, gradeId, at }: GradeChange) => ({
  type: eventTypes[act],
  payload: { version, studentId },
  courseId,
  actorId,
  subjectId: gradeId,
  at,
});

async function record(tx: Transaction, change: GradeChange): Promise<void> {
  await tx.gradeVersion.create({ data: versionOf(change) });
  await recordAtDesk(tx, eventOf(change));
}

const columnsOf = (content: GradeContent) => ({
  points: content.points,
  feedback: content.feedback,
  standing: content.standing,
  participation: content.participation,
  participationSuggested: content.participationSuggested,
  participationWhy: content.participationWhy,
  kept: content.kept,
});

/** Begins a grade with its first save; false, changing nothing, when there already is one. */
export async function beginGrade(tx: Transaction, assignmentId: Id, change: GradeChange): Promise<boolean> {
  const { gradeId, courseId, studentId, actorId, version, state, at } = change;
  const own = { id: gradeId, courseId, assignmentId, studentId, graderId: actorId, version, updatedAt: at };
  const { count } = await tx.grade.createMany({
    data: { ...own, ...columnsOf(state) },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await keepContent(tx, change);
  await record(tx, change);
  return true;
}

/** Takes a grade one version further; false, changing nothing, when somebody else has done so meanwhile. */
export async function advanceGrade(tx: Transaction, change: GradeChange): Promise<boolean> {
  const { gradeId, courseId, actorId, act, version, state, at } = change;
  const isWritten = act === "save" || act === "undo";
  const what = {
    ...(isWritten && { ...columnsOf(state), graderId: actorId }),
    ...(act === "release" && { releasedAt: at }),
    ...(act === "recall" && { releasedAt: null }),
  };
  const { count } = await tx.grade.updateMany({
    where: { id: gradeId, courseId, version: version - 1 },
    data: { ...what, version, updatedAt: at },
  });
  if (count === 0) return false;
  if (isWritten) await keepContent(tx, change);
  await record(tx, change);
  return true;
}

/**
 * Takes grades whose rubric became another one version further, all of them or none: false when one of them was
 * changed meanwhile. Marks that fell away are taken out. As many statements for many as for few.
 */
export async function remeasureGrades(tx: Transaction, changes: GradeChange[]): Promise<boolean> {
  const [first] = changes;
  if (!first) return true;
  const ids = changes.map((change) => change.gradeId);
  const seen = changes.map((change) => change.version - 1);
  const count = await tx.$executeRaw`
    UPDATE "Grade" g SET version = g.version + 1, "updatedAt" = ${first.at}
    FROM unnest(${ids}::uuid[], ${seen}::int[]) AS seen(id, version)
    WHERE g.id = seen.id AND g.version = seen.version`;
  if (count !== changes.length) return false;
  await tx.gradeMark.deleteMany({ where: { gradeId: { in: ids } } });
  await tx.gradeMark.createMany({
    data: changes.flatMap(({ gradeId, courseId, state }) =>
      Object.entries(state.marks).map(([criterionId, levelId]) => ({
        gradeId,
        courseId,
        criterionId,
        levelId,
      })),
    ),
  });
  await tx.gradeVersion.createMany({ data: changes.map(versionOf) });
  await recordEachAtDesk(tx, changes.map(eventOf));
  return true;
}
