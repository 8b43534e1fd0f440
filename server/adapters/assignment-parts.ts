import { type AssignmentDraft, giveNumbers, type Numbered } from "@/domain/assignment/assignment";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "@/server/adapters/db";
import { openRoom } from "@/server/adapters/event-log";
import { removeParts } from "./assignment-removal";

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

/** Whether anybody goes by an alias anywhere in it: in all of it, in one of its prompts, or before its graders. */
export const namingIn = ({
  names,
  blind,
  prompts,
}: {
  names: Naming;
  blind: boolean;
  prompts: readonly { pseudonyms: boolean }[];
}): Naming => (blind || prompts.some((prompt) => prompt.pseudonyms) ? "pseudonyms" : names);

/** The columns of the assignment's own row. */
export const fieldsOf = ({ readings: _readings, prompts: _prompts, ...fields }: AssignmentDraft) => ({
  ...fields,
  postFirst: fields.visibility === "postFirst" ? fields.postFirst : 0,
});
