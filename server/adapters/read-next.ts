import type { Id } from "@/domain/id";
import { HELD_FOR, type Pool, type Reader, type Stand } from "@/domain/prompt/read-next";
import { Prisma } from "@/prisma/client/client";
import type { Transaction } from "./db";

/** A prompt's answers in one room. */
export interface Circle {
  courseId: Id;
  promptId: Id;
  roomId: Id;
  /** The students among whom answers are given. */
  students: Prisma.MembershipWhereInput;
  /** Only those of them see any who have answered themselves. */
  postFirst: boolean;
}

/** Puts what concerns a room's balance in a line: two who ask at once must not be given the same in ignorance. */
export const holdRoom = (tx: Transaction, roomId: Id) =>
  tx.room.update({ where: { id: roomId }, data: { lastSeq: { increment: 0 } }, select: { id: true } });

interface AnswerRow {
  id: Id;
  authorId: Id;
  positionId: Id | null;
  submittedAt: Date;
  replies: number;
  inHand: number;
  spent: number;
}

/** How often each answer was replied to, is in somebody's hands, and can be given to somebody no more. */
const answersIn = (tx: Transaction, { promptId, roomId }: Circle, readers: readonly Id[], now: Date) => {
  const since = new Date(now.getTime() - HELD_FOR);
  const held = Prisma.sql`h."responseId" = a.id AND h."doneAt" IS NULL AND h.at > ${since}`;
  return tx.$queryRaw<AnswerRow[]>`
    SELECT a.id, a."authorId", a."positionId", a."submittedAt",
      (SELECT count(*)::int FROM "Response" r
        WHERE r."parentId" = a.id AND r."deletedAt" IS NULL AND r."authorId" <> a."authorId") AS replies,
      (SELECT count(*)::int FROM "HandedResponse" h WHERE ${held}) AS "inHand",
      (SELECT count(*)::int FROM (
          SELECT s."membershipId" AS id FROM "ResponseSeen" s WHERE s."responseId" = a.id
          UNION SELECT h."membershipId" FROM "HandedResponse" h WHERE h."responseId" = a.id
          UNION SELECT r."authorId" FROM "Response" r WHERE r."parentId" = a.id
        ) known
        WHERE known.id <> a."authorId" AND known.id = ANY(${readers}::uuid[])
          AND NOT EXISTS (SELECT 1 FROM "HandedResponse" h WHERE ${held} AND h."membershipId" = known.id)
      ) AS spent
    FROM "Response" a
    WHERE a."promptId" = ${promptId}::uuid AND a."roomId" = ${roomId}::uuid AND a."parentId" IS NULL
      AND a."deletedAt" IS NULL AND a."submittedAt" IS NOT NULL`;
};

async function readersIn(
  tx: Transaction,
  { courseId, promptId, students, postFirst }: Circle,
): Promise<Id[]> {
  const answered = {
    responses: { some: { promptId, parentId: null, deletedAt: null, submittedAt: { not: null } } },
  };
  const rows = await tx.membership.findMany({
    where: { courseId, role: "student", withdrawnAt: null, ...students, ...(postFirst && answered) },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Where these people stood last. */
async function standsOf(tx: Transaction, courseId: Id, people: readonly Id[]): Promise<Map<Id, Stand>> {
  const rows = await tx.$queryRaw<{ authorId: Id; positionId: Id | null; betweenId: Id | null }[]>`
    SELECT DISTINCT ON ("authorId") "authorId", "positionId", "betweenId" FROM "Stance"
    WHERE "courseId" = ${courseId}::uuid AND "authorId" = ANY(${people}::uuid[])
    ORDER BY "authorId", at DESC, id DESC`;
  return new Map(
    rows.map(({ authorId, positionId, betweenId }) => [
      authorId,
      [positionId, betweenId].filter((each) => each !== null),
    ]),
  );
}

/** What "read next" decides on, as it is now. Under `holdRoom` it stays so until the transaction ends. */
export async function poolFor(
  tx: Transaction,
  circle: Circle,
  membershipId: Id,
  now: Date,
): Promise<{ pool: Pool; reader: Reader }> {
  const readers = await readersIn(tx, circle);
  const rows = await answersIn(tx, circle, readers, now);
  const stands = await standsOf(tx, circle.courseId, [membershipId, ...rows.map((row) => row.authorId)]);
  // What an answer argues for counts before where its author has stood.
  const standOf = (authorId: Id, positionId: Id | null): Stand =>
    positionId === null ? (stands.get(authorId) ?? []) : [positionId];
  const own = rows.find((row) => row.authorId === membershipId);
  const among = { membershipId, responseId: { in: rows.map((row) => row.id) } };
  const known = [
    ...(await tx.responseSeen.findMany({ where: among, select: { responseId: true } })),
    ...(await tx.handedResponse.findMany({ where: among, select: { responseId: true } })),
  ];
  const replied = await tx.response.findMany({
    where: { authorId: membershipId, parentId: { in: among.responseId.in } },
    select: { parentId: true },
  });
  return {
    pool: {
      readers: new Set(readers),
      answers: rows.map(({ submittedAt, positionId, ...row }) => ({
        ...row,
        stand: standOf(row.authorId, positionId),
        at: submittedAt.getTime(),
      })),
    },
    reader: {
      id: membershipId,
      stand: standOf(membershipId, own?.positionId ?? null),
      known: new Set([
        ...known.map(({ responseId }) => responseId),
        ...replied.flatMap(({ parentId }) => parentId ?? []),
      ]),
    },
  };
}
