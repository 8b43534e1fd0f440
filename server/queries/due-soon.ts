import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { ownExtensions } from "./own-extension";

export interface DueSoon {
  courseId: Id;
  assignmentId: Id;
  recipientId: Id;
  /** The student's own. */
  dueAt: Date;
}

/**
 * Students whose work is due before `until` and has not been handed in, and who have not been told so: an answer to
 * every prompt, or where there is none a comment. One statement.
 */
export const dueBetween = (now: Date, until: Date): Promise<DueSoon[]> => db().$queryRaw<DueSoon[]>`
  WITH own AS (
    SELECT a."courseId", a.id AS "assignmentId", m.id AS "recipientId",
      coalesce(x."dueAt", a."dueAt") AS "dueAt"
    FROM "Assignment" a
    JOIN "Membership" m ON m."courseId" = a."courseId" AND m.role = 'student' AND m."withdrawnAt" IS NULL
    LEFT JOIN ${ownExtensions} x ON x."assignmentId" = a.id AND x."membershipId" = m.id
    WHERE a."publishedAt" IS NOT NULL AND a."opensAt" <= ${now} AND (
      (a."dueAt" > ${now} AND a."dueAt" <= ${until}) OR EXISTS (
        SELECT 1 FROM "Extension" e
        WHERE e."assignmentId" = a.id AND e."dueAt" > ${now} AND e."dueAt" <= ${until}))
  )
  SELECT own.* FROM own
  WHERE own."dueAt" > ${now} AND own."dueAt" <= ${until}
    AND NOT EXISTS (
      SELECT 1 FROM "Notification" n
      WHERE n."recipientId" = own."recipientId" AND n.kind = 'dueSoon' AND n."subjectId" = own."assignmentId"
        AND n.at >= own."dueAt" - (${until}::timestamptz - ${now}::timestamptz))
    AND CASE WHEN EXISTS (SELECT 1 FROM "Prompt" p WHERE p."assignmentId" = own."assignmentId")
      THEN EXISTS (
        SELECT 1 FROM "Prompt" p WHERE p."assignmentId" = own."assignmentId" AND NOT EXISTS (
          SELECT 1 FROM "Response" r
          WHERE r."promptId" = p.id AND r."authorId" = own."recipientId" AND r."parentId" IS NULL
            AND r."deletedAt" IS NULL AND r."submittedAt" IS NOT NULL))
      ELSE NOT EXISTS (
        SELECT 1 FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
        WHERE r."assignmentId" = own."assignmentId" AND c."authorId" = own."recipientId"
          AND c."deletedAt" IS NULL AND c.audience <> 'private')
      END`;
