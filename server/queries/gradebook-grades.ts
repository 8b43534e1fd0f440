import type { GradeStanding } from "@/domain/grading/measure";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { GradeFacts } from "./grade-standing";

interface Row {
  assignmentId: Id;
  studentId: Id;
  version: number;
  releasedAt: Date | null;
  askedAt: Date | null;
  standing: GradeStanding;
  /** Decimals. */
  points: string | null;
  participation: string | null;
  kept: string;
  /** Criterion to level; null where nothing was marked. */
  marks: Record<Id, Id> | null;
  wasReleased: boolean | null;
  changed: boolean | null;
  savedAt: Date | null;
}

/** A grade of the book: who saved it last is not told there. */
export type BookGrade = Omit<GradeFacts, "savedBy">;

const shortest = (decimal: string | null) => decimal && showPoints(hundredths(decimal));

const toGrade = (row: Row): BookGrade => ({
  ...row,
  points: shortest(row.points),
  participation: shortest(row.participation),
  kept: showPoints(hundredths(row.kept)),
  marks: row.marks ?? {},
  wasReleased: row.wasReleased ?? false,
  changed: row.changed ?? false,
});

/**
 * The grades of a course, by student and by assignment. One statement, in SQL: a history is read for what it comes to,
 * where Prisma would carry all of it, thousands of steps. `factsIn` is its twin; a test holds them together.
 */
export async function gradesInBook(courseId: Id): Promise<ReadonlyMap<Id, ReadonlyMap<Id, BookGrade>>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT g."assignmentId", g."studentId", g.version, g."releasedAt", g."askedAt", g.standing::text,
      g.points::text, g.participation::text, g.kept::text, m.marks, h."wasReleased", h.changed, h."savedAt"
    FROM "Grade" g
    LEFT JOIN LATERAL (
      SELECT json_object_agg("criterionId", "levelId") AS marks FROM "GradeMark" WHERE "gradeId" = g.id
    ) m ON TRUE
    LEFT JOIN LATERAL (
      SELECT bool_or(act = 'release') AS "wasReleased",
        bool_or(reason IS NOT NULL AND act IN ('save', 'undo', 'rubric')) AS changed,
        max(at) FILTER (WHERE act IN ('save', 'undo')) AS "savedAt"
      FROM "GradeVersion" WHERE "gradeId" = g.id
    ) h ON TRUE
    WHERE g."courseId" = ${courseId}::uuid`;
  const grades = new Map<Id, Map<Id, BookGrade>>();
  for (const row of rows) {
    const own = grades.get(row.studentId) ?? new Map<Id, BookGrade>();
    grades.set(row.studentId, own.set(row.assignmentId, toGrade(row)));
  }
  return grades;
}
