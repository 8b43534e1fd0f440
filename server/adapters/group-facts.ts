import type { Student } from "@/domain/group/division";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import type { Transaction } from "./db";

export interface Written {
  authorId: Id;
  groupId: Id;
  groupSetId: Id;
  /** Whether they have written where it is not graded blind: only then that they have is told by name. */
  told: boolean;
}

/** Who has written in rooms of which groups, and stands by it: the newest words first. One statement. */
export function writtenIn(client: Transaction, courseId: Id): Promise<Written[]> {
  const of = (table: string) => Prisma.sql`
    SELECT w."authorId", w."roomId", max(w."createdAt") AS last FROM ${Prisma.raw(`"${table}"`)} w
    WHERE w."courseId" = ${courseId}::uuid AND w."deletedAt" IS NULL GROUP BY 1, 2`;
  return client.$queryRaw<Written[]>(Prisma.sql`
    SELECT said."authorId", g.id AS "groupId", g."groupSetId",
      bool_or(NOT (a.blind AND a."namesShownAt" IS NULL)) AS told
    FROM (${Prisma.join([of("Comment"), of("Response"), of("Evidence"), of("Steelman")], " UNION ALL ")}) said
    JOIN "Room" r ON r.id = said."roomId" JOIN "Group" g ON g.id = r."groupId"
    JOIN "Assignment" a ON a.id = r."assignmentId"
    GROUP BY 1, 2, 3 ORDER BY max(said.last) DESC, 1, 2`);
}

/** The stance of somebody who said that they hold none of the positions. */
const NONE = "none";

/** Where each member last said they stand: a position, or `NONE`. One statement. */
export async function stancesOf(client: Transaction, courseId: Id): Promise<Map<Id, string>> {
  const rows = await client.$queryRaw<{ authorId: Id; positionId: Id | null }[]>(Prisma.sql`
    SELECT DISTINCT ON ("authorId") "authorId", "positionId" FROM "Stance"
    WHERE "courseId" = ${courseId}::uuid ORDER BY "authorId", at DESC, id DESC`);
  return new Map(rows.map(({ authorId, positionId }) => [authorId, positionId ?? NONE]));
}

/** What the rules of groups ask about people. */
export interface GroupFacts {
  written: Written[];
  stances: Map<Id, string>;
}

/** Two statements. */
export const groupFacts = async (client: Transaction, courseId: Id): Promise<GroupFacts> => ({
  written: await writtenIn(client, courseId),
  stances: await stancesOf(client, courseId),
});

/** Somebody as the rules see them in this set. */
export const studentIn = ({ written, stances }: GroupFacts, setId: Id, id: Id): Student => ({
  id,
  stance: stances.get(id) ?? null,
  written: written.some(({ authorId, groupSetId }) => authorId === id && groupSetId === setId),
});

/** Whether staff may be told, by name, that somebody has written in rooms of this set. */
export const isToldToHaveWritten = ({ written }: Pick<GroupFacts, "written">, setId: Id, id: Id): boolean =>
  written.some(({ authorId, groupSetId, told }) => authorId === id && groupSetId === setId && told);
