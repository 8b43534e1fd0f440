import { Prisma } from "@/prisma/client/client";

/**
 * The dates that somebody has in an assignment in place of the class's, for a statement to join: a row for each
 * assignment and membership that has others. `extensionFor` as the database asks it; a test holds the two together.
 */
export const ownExtensions = Prisma.sql`(
  SELECT DISTINCT ON (y."assignmentId", coalesce(y."studentId", q."membershipId"))
    y."assignmentId", coalesce(y."studentId", q."membershipId") AS "membershipId", y."dueAt", y."closesAt"
  FROM "Extension" y LEFT JOIN "GroupMember" q ON q."groupId" = y."groupId"
  ORDER BY y."assignmentId", coalesce(y."studentId", q."membershipId"), (y."studentId" IS NOT NULL) DESC,
    y."closesAt" DESC, y."dueAt" DESC
)`;
