import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

export interface AssignmentCounts {
  assignmentId: Id;
  /** Students who have posted something in it; notes to oneself are nobody's business. */
  begun: number;
  /** Students with a grade in it, and those of them who can see it. */
  graded: number;
  released: number;
}

/** How far the course's students have come in each assignment, and their grades. One statement. */
export async function assignmentCounts(
  access: CourseAccess,
): Promise<{ students: number; of: ReadonlyMap<Id, AssignmentCounts> }> {
  authorize(access, "assignment.write");
  const { courseId } = access;
  const rows = await db().$queryRaw<(AssignmentCounts & { students: number })[]>(Prisma.sql`
    WITH student AS (
      SELECT id FROM "Membership"
      WHERE "courseId" = ${courseId}::uuid AND role = 'student' AND "withdrawnAt" IS NULL
    ), wrote AS (
      SELECT "roomId", "authorId" FROM "Comment"
      WHERE "courseId" = ${courseId}::uuid AND "deletedAt" IS NULL AND audience <> 'private'
      UNION SELECT "roomId", "authorId" FROM "Response"
      WHERE "courseId" = ${courseId}::uuid AND "deletedAt" IS NULL AND "submittedAt" IS NOT NULL
    ), begun AS (
      SELECT r."assignmentId", count(DISTINCT w."authorId")::int AS begun
      FROM wrote w JOIN "Room" r ON r.id = w."roomId" JOIN student s ON s.id = w."authorId"
      GROUP BY r."assignmentId"
    ), graded AS (
      SELECT g."assignmentId", count(*)::int AS graded, count(g."releasedAt")::int AS released
      FROM "Grade" g JOIN student s ON s.id = g."studentId"
      WHERE g."courseId" = ${courseId}::uuid
      GROUP BY g."assignmentId"
    )
    SELECT a.id AS "assignmentId", coalesce(b.begun, 0) AS begun, coalesce(g.graded, 0) AS graded,
      coalesce(g.released, 0) AS released, (SELECT count(*) FROM student)::int AS students
    FROM "Assignment" a
      LEFT JOIN begun b ON b."assignmentId" = a.id
      LEFT JOIN graded g ON g."assignmentId" = a.id
    WHERE a."courseId" = ${courseId}::uuid`);
  return {
    students: rows[0]?.students ?? 0,
    of: new Map(rows.map(({ students: _students, ...counts }) => [counts.assignmentId, counts])),
  };
}
