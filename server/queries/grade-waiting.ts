import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/**
 * Where grading goes on: of the published assignments that due first in which somebody's work waits for a grade to be
 * begun, else the last; null while there is none. One statement, which reads the words of an assignment only until it
 * comes upon work that waits.
 */
export async function assignmentToGrade(access: CourseAccess): Promise<Id | null> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [first] = await db().$queryRaw<{ id: Id }[]>`
    WITH published AS (
      SELECT a.id, a."dueAt", a.position, EXISTS (
        SELECT FROM (
          SELECT c."authorId" FROM "Reading" r
            JOIN "Comment" c ON c."readingId" = r.id AND c."courseId" = ${courseId}::uuid
            WHERE r."assignmentId" = a.id
              AND c."parentId" IS NULL AND c."deletedAt" IS NULL AND c.audience <> 'private'
          UNION ALL
          SELECT p."authorId" FROM "Prompt" q
            JOIN "Response" p ON p."promptId" = q.id AND p."courseId" = ${courseId}::uuid
            WHERE q."assignmentId" = a.id
              AND p."parentId" IS NULL AND p."deletedAt" IS NULL AND p."submittedAt" IS NOT NULL
        ) work
        JOIN "Membership" m ON m.id = work."authorId" AND m.role = 'student' AND m."withdrawnAt" IS NULL
        WHERE NOT EXISTS (SELECT FROM "Grade" g WHERE g."assignmentId" = a.id AND g."studentId" = m.id)
      ) AS waits
      FROM "Assignment" a
      WHERE a."courseId" = ${courseId}::uuid AND a."publishedAt" IS NOT NULL
    )
    SELECT id FROM published
    ORDER BY waits DESC, CASE WHEN waits THEN "dueAt" END, CASE WHEN waits THEN position ELSE -position END
    LIMIT 1`;
  return first?.id ?? null;
}
