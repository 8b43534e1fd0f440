import { randomUUID } from "node:crypto";
import { afterAct } from "@/domain/grading/grade-act";
import { totalOf } from "@/domain/grading/measure";
import { type PlacedCriterion, placed, type ReadRubric, type RubricSave } from "@/domain/grading/rubric";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type GradeChange, remeasureGrades } from "@/server/adapters/grades";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findRubric, type RubricView, toRubric } from "@/server/queries/rubric";
import { type AffectedGrade, affectedBy, rubricInUse } from "@/server/queries/rubric-effects";

/** What a rubric says, whatever ids its parts have. */
const words = ({ title, holistic, criteria }: ReadRubric | RubricView) =>
  JSON.stringify([
    title,
    holistic,
    criteria.map(({ name, description, levels }) => [
      name,
      description,
      levels.map((level) => [level.name, level.points]),
    ]),
  ]);

/** Whether this very save has been made already, by this person. */
async function wasMade(
  { courseId, actor }: CourseAccess,
  input: RubricSave,
  now: RubricView,
): Promise<boolean> {
  if (now.version !== input.version + 1 || words(now) !== words(input.rubric)) return false;
  const event = { courseId, type: "rubric.revised", subjectId: input.id, actorId: actor.membershipId };
  return (await db().event.count({ where: { ...event, payload: { equals: { version: now.version } } } })) > 0;
}

/** Writes the parts as placed: what is taken out stays for the histories that name it. */
async function keepParts(
  tx: Transaction,
  { id: rubricId, courseId }: { id: Id; courseId: Id },
  criteria: PlacedCriterion[],
  now: Date,
): Promise<void> {
  const levels = criteria.flatMap((criterion) =>
    criterion.levels.map((level, at) => ({ ...level, criterionId: criterion.id, position: at + 1 })),
  );
  const gone = (ids: Id[]) => ({ removedAt: null, id: { notIn: ids } });
  await tx.rubricLevel.updateMany({
    where: { criterion: { rubricId }, ...gone(levels.map((level) => level.id)) },
    data: { removedAt: now },
  });
  await tx.rubricCriterion.updateMany({
    where: { rubricId, ...gone(criteria.map((criterion) => criterion.id)) },
    data: { removedAt: now },
  });
  const placedAt = criteria.map(({ id, name, description, isNew }, at) => ({
    id,
    name,
    description,
    isNew,
    position: at + 1,
  }));
  await tx.rubricCriterion.createMany({
    data: placedAt
      .filter(({ isNew }) => isNew)
      .map(({ isNew: _, ...row }) => ({ ...row, courseId, rubricId })),
  });
  await tx.rubricLevel.createMany({
    data: levels
      .filter(({ isNew }) => isNew)
      .map(({ id, name, points, position, criterionId }) => ({
        id,
        name,
        points,
        position,
        criterionId,
        courseId,
      })),
  });
  await tx.$executeRaw`
    UPDATE "RubricCriterion" c SET name = n.name, description = n.description, position = n.position
    FROM unnest(
      ${placedAt.map(({ id }) => id)}::uuid[], ${placedAt.map(({ name }) => name)}::text[],
      ${placedAt.map(({ description }) => description)}::text[], ${placedAt.map(({ position }) => position)}::int[]
    ) AS n(id, name, description, position) WHERE c.id = n.id`;
  await tx.$executeRaw`
    UPDATE "RubricLevel" l SET name = n.name, points = n.points, position = n.position
    FROM unnest(
      ${levels.map(({ id }) => id)}::uuid[], ${levels.map(({ name }) => name)}::text[],
      ${levels.map(({ points }) => points)}::numeric[], ${levels.map(({ position }) => position)}::int[]
    ) AS n(id, name, points, position) WHERE l.id = n.id`;
}

const refuseStale = ({ version, title }: RubricView): never =>
  refuse({ code: "stale", current: { version, text: title } });

const changeOf = (access: CourseAccess, grade: AffectedGrade, reason: string, at: Date): GradeChange => {
  const state = afterAct(grade.before, { act: "rubric", reason }, grade.after);
  return {
    gradeId: grade.gradeId,
    courseId: access.courseId,
    studentId: grade.studentId,
    actorId: access.actor.membershipId,
    act: "rubric",
    version: grade.version + 1,
    state,
    total: totalOf(grade.after, state),
    reason: state.released ? reason : null,
    at,
  };
};

/**
 * Changes a rubric, and with it, in the same transaction, every grade that then says or comes to something else; each
 * keeps the change in its history. Refuses `stale` when somebody else changed it meanwhile, `reason-required` when
 * released grades change, `not-found` for parts it does not have. A repeated save changes nothing.
 */
export async function saveRubric(access: CourseAccess, input: RubricSave, now: Date): Promise<RubricView> {
  authorize(access, "rubric.write");
  const { courseId, actor } = access;
  const { id, version, rubric, reason } = input;
  const known = await findRubric(access, id);
  if (await wasMade(access, input, known)) return known;
  if (known.version !== version) refuseStale(known);
  if (words(known) === words(rubric)) return known;

  const done = await transaction(async (tx) => {
    // Waits for those who are grading by it; whoever comes after sees the new one.
    const { count } = await tx.rubric.updateMany({
      where: { id, courseId, version, removedAt: null },
      data: { title: rubric.title, holistic: rubric.holistic, version: version + 1 },
    });
    if (count === 0) return false;
    const row = await rubricInUse(access, id, tx);
    const criteria = placed(toRubric(row).criteria, rubric, randomUUID);
    if (!criteria) refuse({ code: "not-found" });
    const changes = affectedBy(row, criteria).map((grade) => changeOf(access, grade, reason, now));
    await keepParts(tx, { id, courseId }, criteria, now);
    if (!(await remeasureGrades(tx, changes))) throw new Error("a grade changed while its rubric was held");
    await recordAtDesk(tx, {
      type: "rubric.revised",
      payload: { version: version + 1 },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
    return true;
  });
  const after = await findRubric(access, id);
  return done || (await wasMade(access, input, after)) ? after : refuseStale(after);
}
