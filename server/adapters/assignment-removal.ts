import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "./db";

interface Own {
  courseId: Id;
  assignmentId: Id;
}

/** Whatever is written in a reading or on a prompt, erased or not: its row would go with the place. */
const inReading = [
  { comments: { some: {} } },
  { citations: { some: {} } },
  { evidence: { some: {} } },
  { moved: { some: {} } },
  { leftOf: { some: {} } },
  { rightOf: { some: {} } },
];
const onPrompt = [{ responses: { some: {} } }, { steelmen: { some: {} } }];

/** Locks readings and prompts that go against new words: what somebody posts meanwhile waits, and finds them gone. */
async function lockParts(tx: Transaction, { courseId, assignmentId }: Own, kept: readonly Id[]) {
  await tx.$queryRaw`SELECT "id" FROM "Reading" WHERE "courseId" = ${courseId}::uuid
    AND "assignmentId" = ${assignmentId}::uuid AND NOT "id" = ANY(${kept}::uuid[]) FOR UPDATE`;
  await tx.$queryRaw`SELECT "id" FROM "Prompt" WHERE "courseId" = ${courseId}::uuid
    AND "assignmentId" = ${assignmentId}::uuid AND NOT "id" = ANY(${kept}::uuid[]) FOR UPDATE`;
}

async function mustBeUnwritten(tx: Transaction, own: Own, kept: readonly Id[]): Promise<void> {
  const where = { ...own, id: { notIn: [...kept] } };
  const reading = await tx.reading.findFirst({
    where: { ...where, OR: inReading },
    select: { version: { select: { title: true } } },
  });
  if (reading) refuse({ code: "in-use", title: reading.version.title });
  const prompt = await tx.prompt.findFirst({ where: { ...where, OR: onPrompt }, select: { title: true } });
  if (prompt) refuse({ code: "in-use", title: prompt.title });
}

/**
 * Takes away an assignment's parts but those `kept`; refuses `in-use` before words are lost. The rows are locked before
 * it is asked whether there are any: what somebody posts meanwhile is either seen here or finds the place gone, and is
 * never deleted with it.
 */
export async function removeParts(tx: Transaction, own: Own, kept: readonly Id[]): Promise<void> {
  await lockParts(tx, own, kept);
  await mustBeUnwritten(tx, own, kept);
  const where = { ...own, id: { notIn: [...kept] } };
  await tx.reading.deleteMany({ where });
  await tx.prompt.deleteMany({ where });
}

interface HeldRow {
  version: number;
  publishedAt: Date | null;
  title: string;
  instructions: string;
}

/** Locks the assignment and its parts against whatever would be written there meanwhile; null where it is gone. */
export async function holdAssignment(tx: Transaction, own: Own): Promise<HeldRow | null> {
  const [held] = await tx.$queryRaw<HeldRow[]>`
    SELECT version, "publishedAt", title, instructions FROM "Assignment"
    WHERE id = ${own.assignmentId}::uuid AND "courseId" = ${own.courseId}::uuid FOR UPDATE`;
  await lockParts(tx, own, []);
  return held ?? null;
}

/**
 * Puts whoever edits or takes back words in one of a held assignment's rooms in a line behind this transaction: each of
 * them raises their room's number. What is posted anew waits for the parts, and what is graded or given for the desk.
 */
export async function holdRooms(tx: Transaction, { courseId, assignmentId }: Own): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Room" WHERE "courseId" = ${courseId}::uuid
    AND "assignmentId" = ${assignmentId}::uuid ORDER BY id FOR NO KEY UPDATE`;
}

/** Refuses `in-use` where anybody has written in a held assignment, or anybody was given a grade. */
export async function mustBeUntouched(tx: Transaction, own: Own, title: string): Promise<void> {
  await mustBeUnwritten(tx, own, []);
  const touched = await tx.assignment.count({
    where: {
      id: own.assignmentId,
      courseId: own.courseId,
      OR: [{ grades: { some: {} } }, { rooms: { some: { lastSeq: { gt: 0 } } } }],
    },
  });
  if (touched > 0) refuse({ code: "in-use", title });
}
