import { v7 as uuidv7 } from "uuid";
import type { FrameDraft } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/** Anything at all that hangs on a position, whoever sees it. */
const isUnusedPosition = {
  evidence: { none: {} },
  stances: { none: {} },
  halfStances: { none: {} },
  responses: { none: {} },
  citations: { none: {} },
  prompts: { none: {} },
  steelmen: { none: {} },
} as const;
const isUnusedDimension = { evidence: { none: {} }, prompts: { none: {} } } as const;

/**
 * Makes a course's frame what `frame` says. What it leaves out is deleted where nothing hangs on it, else archived.
 * Rows are locked first: nothing can be hung on them between the look and the deletion.
 */
export async function keepFrame(tx: Transaction, courseId: Id, frame: FrameDraft, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Position" WHERE "courseId" = ${courseId}::uuid ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM "Dimension" WHERE "courseId" = ${courseId}::uuid ORDER BY id FOR UPDATE`;
  for (const [at, { id, ...position }] of frame.positions.entries()) {
    const data = { ...position, position: at + 1, removedAt: null };
    await tx.position.upsert({ where: { id, courseId }, create: { id, courseId, ...data }, update: data });
  }
  for (const [at, { id, ...dimension }] of frame.dimensions.entries()) {
    const data = { ...dimension, position: at + 1, removedAt: null };
    await tx.dimension.upsert({ where: { id, courseId }, create: { id, courseId, ...data }, update: data });
  }
  const noPosition = { courseId, id: { notIn: frame.positions.map(({ id }) => id) } };
  const noDimension = { courseId, id: { notIn: frame.dimensions.map(({ id }) => id) } };
  await tx.position.deleteMany({ where: { ...noPosition, ...isUnusedPosition } });
  await tx.dimension.deleteMany({ where: { ...noDimension, ...isUnusedDimension } });
  await tx.position.updateMany({ where: { ...noPosition, removedAt: null }, data: { removedAt: now } });
  await tx.dimension.updateMany({ where: { ...noDimension, removedAt: null }, data: { removedAt: now } });
}

interface Terms {
  name: string;
  gloss: string;
  forms: { position: number; language: string; words: string }[];
}

/** Adds terms of another course to this one, with ids of their own, after those that it has. */
export async function addTerms(tx: Transaction, courseId: Id, terms: readonly Terms[], now: Date) {
  const last = await tx.term.aggregate({ where: { courseId }, _max: { position: true } });
  const after = last._max.position ?? 0;
  const rows = terms.map((term, at) => ({ ...term, id: uuidv7(), position: after + at + 1 }));
  await tx.term.createMany({
    data: rows.map(({ forms: _forms, ...term }) => ({ ...term, courseId, createdAt: now })),
  });
  await tx.termForm.createMany({
    data: rows.flatMap(({ id, forms }) => forms.map((form) => ({ ...form, termId: id, courseId }))),
  });
}
