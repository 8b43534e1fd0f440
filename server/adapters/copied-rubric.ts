import { randomUUID } from "node:crypto";
import { hundredths } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import type { Transaction } from "./db";
import { recordAtDesk } from "./event-log";

const fields = {
  title: true,
  holistic: true,
  criteria: {
    where: { removedAt: null },
    orderBy: { position: "asc" },
    select: {
      name: true,
      description: true,
      levels: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: { name: true, points: true },
      },
    },
  },
} as const satisfies Prisma.RubricSelect;

type Row = Prisma.RubricGetPayload<{ select: typeof fields }>;

const said = ({ title, holistic, criteria }: Row) =>
  JSON.stringify([
    title,
    holistic,
    criteria.map(({ name, description, levels }) => [
      name,
      description,
      levels.map((level) => [level.name, hundredths(level.points)]),
    ]),
  ]);

/** A rubric of another course that says the same, or else a copy of this one there. Hold that course's desk. */
export async function copyRubric(
  tx: Transaction,
  rubricId: Id,
  to: { courseId: Id; actorId: Id; now: Date },
): Promise<Id> {
  const { courseId, actorId, now } = to;
  const row = await tx.rubric.findUniqueOrThrow({ where: { id: rubricId }, select: fields });
  const there = await tx.rubric.findMany({
    where: { courseId, title: row.title, removedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, ...fields },
  });
  const known = there.find((rubric) => said(rubric) === said(row));
  if (known) return known.id;
  const id = randomUUID();
  const { title, holistic } = row;
  await tx.rubric.create({ data: { id, courseId, title, holistic } });
  const criteria = row.criteria.map((criterion, at) => ({
    ...criterion,
    id: randomUUID(),
    position: at + 1,
  }));
  await tx.rubricCriterion.createMany({
    data: criteria.map(({ levels: _levels, ...criterion }) => ({ ...criterion, courseId, rubricId: id })),
  });
  await tx.rubricLevel.createMany({
    data: criteria.flatMap(({ id: criterionId, levels }) =>
      levels.map((level, at) => ({ ...level, id: randomUUID(), courseId, criterionId, position: at + 1 })),
    ),
  });
  await recordAtDesk(tx, {
    type: "rubric.created",
    payload: { title },
    courseId,
    actorId,
    subjectId: id,
    at: now,
  });
  return id;
}
