import { type AssignmentDraft, giveNumbers, type Numbered } from "@/domain/assignment/assignment";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "@/server/adapters/db";
import { openRoom } from "@/server/adapters/event-log";

/**
 * Puts the writing of assignments in a line: numbers of readings and prompts are counted through the whole course, so
 * two staff members must not take the same. Holds the row of the course's desk until the transaction ends.
 */
export async function holdDesk(tx: Transaction, courseId: Id): Promise<void> {
  const desk = await openRoom(tx, { courseId, assignmentId: null, groupId: null });
  await tx.room.update({ where: { id: desk }, data: { lastSeq: { increment: 0 } }, select: { id: true } });
}

interface Held {
  assignmentId: Id;
  courseId: Id;
  published: boolean;
  readings: readonly Numbered[];
  prompts: readonly Numbered[];
}

/**
 * Takes away what the draft leaves out. The rows are locked against new words before it is asked whether there are
 * any: what somebody posts meanwhile is either seen here or finds the place gone, and is never deleted with it.
 */
async function removeParts(tx: Transaction, own: { courseId: Id; assignmentId: Id }, kept: Id[]) {
  const where = { ...own, id: { notIn: kept } };
  const { courseId, assignmentId } = own;
  await tx.$queryRaw`SELECT "id" FROM "Reading" WHERE "courseId" = ${courseId}::uuid
    AND "assignmentId" = ${assignmentId}::uuid AND NOT "id" = ANY(${kept}::uuid[]) FOR UPDATE`;
  await tx.$queryRaw`SELECT "id" FROM "Prompt" WHERE "courseId" = ${courseId}::uuid
    AND "assignmentId" = ${assignmentId}::uuid AND NOT "id" = ANY(${kept}::uuid[]) FOR UPDATE`;
  const reading = await tx.reading.findFirst({
    where: {
      ...where,
      OR: [
        { comments: { some: {} } },
        { citations: { some: {} } },
        { evidence: { some: {} } },
        { moved: { some: {} } },
        { leftOf: { some: {} } },
        { rightOf: { some: {} } },
      ],
    },
    select: { version: { select: { title: true } } },
  });
  if (reading) refuse({ code: "in-use", title: reading.version.title });
  const prompt = await tx.prompt.findFirst({
    where: { ...where, OR: [{ responses: { some: {} } }, { steelmen: { some: {} } }] },
    select: { title: true },
  });
  if (prompt) refuse({ code: "in-use", title: prompt.title });
  await tx.reading.deleteMany({ where });
  await tx.prompt.deleteMany({ where });
}

/** Brings an assignment's readings and prompts to what the draft says; refuses `in-use` before words are lost. */
export async function keepParts(tx: Transaction, held: Held, draft: AssignmentDraft): Promise<void> {
  const { courseId, assignmentId, published } = held;
  const own = { courseId, assignmentId };
  const ids = (parts: readonly { id: Id }[]) => parts.map((part) => part.id);
  await removeParts(tx, own, [...ids(draft.readings), ...ids(draft.prompts)]);

  const lastReading = await tx.reading.aggregate({ where: { courseId }, _max: { position: true } });
  const lastPrompt = await tx.prompt.aggregate({ where: { courseId }, _max: { position: true } });
  const numberedReadings = giveNumbers(
    held.readings,
    ids(draft.readings),
    lastReading._max.position ?? 0,
    published,
  );
  const numberedPrompts = giveNumbers(
    held.prompts,
    ids(draft.prompts),
    lastPrompt._max.position ?? 0,
    published,
  );
  const numberOf = (numbered: Numbered[], id: Id) => numbered.find((part) => part.id === id)?.position ?? 0;

  // A number is free before the next holder takes it: first out of the way, then into place.
  const isHeld = (parts: readonly Numbered[], id: Id) => parts.some((part) => part.id === id);
  await tx.reading.updateMany({ where: own, data: { position: { multiply: -1 } } });
  await tx.prompt.updateMany({ where: own, data: { position: { multiply: -1 } } });
  for (const { id, versionId } of draft.readings) {
    const position = numberOf(numberedReadings, id);
    // What is read under a reading's id never changes: comments stand on its paragraphs.
    if (isHeld(held.readings, id)) {
      await mustBeThere(tx.reading.updateMany({ where: { id, versionId, ...own }, data: { position } }));
    } else {
      const data = { id, versionId, position, ...own };
      await mustBeThere(tx.reading.createMany({ data, skipDuplicates: true }));
    }
  }
  for (const { id, positions, ...prompt } of draft.prompts) {
    const data = { ...prompt, position: numberOf(numberedPrompts, id) };
    if (isHeld(held.prompts, id)) await mustBeThere(tx.prompt.updateMany({ where: { id, ...own }, data }));
    else await mustBeThere(tx.prompt.createMany({ data: { id, ...own, ...data }, skipDuplicates: true }));
    await tx.promptPosition.deleteMany({ where: { promptId: id, positionId: { notIn: positions } } });
    await tx.promptPosition.createMany({
      data: positions.map((positionId) => ({ promptId: id, positionId, courseId })),
      skipDuplicates: true,
    });
  }
}

/** An id that stands for something else takes no row. */
async function mustBeThere(written: Promise<{ count: number }>): Promise<void> {
  if ((await written).count === 0) refuse({ code: "id-taken" });
}

/** Whether anybody goes by an alias anywhere in it: in all of it, or in one of its prompts. */
export const namingIn = ({
  names,
  prompts,
}: {
  names: Naming;
  prompts: readonly { pseudonyms: boolean }[];
}): Naming => (prompts.some((prompt) => prompt.pseudonyms) ? "pseudonyms" : names);

/** The columns of the assignment's own row. */
export const fieldsOf = ({ readings: _readings, prompts: _prompts, ...fields }: AssignmentDraft) => ({
  ...fields,
  postFirst: fields.visibility === "postFirst" ? fields.postFirst : 0,
});
