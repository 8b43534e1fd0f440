import type { Id } from "@/domain/id";
import { type Behind, behindIn, LEAST_REASONS, type Work } from "@/domain/insight/behind";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import type { InsightScope } from "./insight-questions";
import { ownExtensions } from "./own-extension";

export interface StudentBehind {
  /** The membership: whom a letter goes to. */
  id: Id;
  name: string;
  /** The day, by the course's clock, on which they last did or read something here; null for never. */
  seenAt: Date | null;
  reasons: Behind[];
}

interface Row extends Work {
  studentId: Id;
  name: string;
  seenAt: Date | null;
  blind: boolean;
}

/**
 * Who is falling behind, for staff: a list to write to, not a score. Somebody is on it for two reasons or more. Of an
 * assignment that is graded without names it tells only from whom nothing came: what came late, and which answer is
 * missing beside others, an alias shows too. Nor to the minute when anybody was here, for a comment under an alias says
 * so as well. One statement.
 */
export async function fallingBehind(
  access: CourseAccess,
  { assignmentId, sectionId }: InsightScope,
  now: Date,
): Promise<StudentBehind[]> {
  authorize(access, "insight.read");
  const { courseId } = access;
  const within = assignmentId ? Prisma.sql`AND a.id = ${assignmentId}::uuid` : Prisma.empty;
  const section = sectionId ? Prisma.sql`AND m."sectionId" = ${sectionId}::uuid` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    WITH work AS (
      SELECT id, "opensAt", "dueAt", (blind AND "namesShownAt" IS NULL) AS blind,
        (SELECT count(*)::int FROM "Reading" d WHERE d."assignmentId" = a.id) AS readings,
        (SELECT count(*)::int FROM "Prompt" p WHERE p."assignmentId" = a.id) AS prompts
      FROM "Assignment" a
      WHERE a."courseId" = ${courseId}::uuid AND a."publishedAt" IS NOT NULL ${within}
    ), student AS (
      SELECT m.id, u.name FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      WHERE m."courseId" = ${courseId}::uuid AND m.role = 'student' AND m."withdrawnAt" IS NULL ${section}
    ), commented AS (
      SELECT c."authorId", d."assignmentId", count(*)::int AS count,
        max(c."createdAt") FILTER (WHERE c."parentId" IS NULL) AS at
      FROM "Comment" c JOIN "Reading" d ON d.id = c."readingId"
      WHERE c."courseId" = ${courseId}::uuid AND c."deletedAt" IS NULL AND c.audience <> 'private' GROUP BY 1, 2
    ), answered AS (
      SELECT x."authorId", p."assignmentId", count(DISTINCT p.id)::int AS count,
        max(greatest(x."submittedAt", x."editedAt")) AS at
      FROM "Response" x JOIN "Prompt" p ON p.id = x."promptId"
      WHERE x."courseId" = ${courseId}::uuid AND x."deletedAt" IS NULL AND x."parentId" IS NULL
        AND x."submittedAt" IS NOT NULL GROUP BY 1, 2
    ), filed AS (
      SELECT v."authorId", d."assignmentId", count(*)::int AS count
      FROM "Evidence" v JOIN "Reading" d ON d.id = v."readingId"
      WHERE v."courseId" = ${courseId}::uuid AND v."filedAt" IS NOT NULL AND v."deletedAt" IS NULL GROUP BY 1, 2
    ), opened AS (
      SELECT l."membershipId", d."assignmentId", count(*)::int AS count, max(l.at) AS at
      FROM "ReadingPlace" l JOIN "Reading" d ON d.id = l."readingId"
      WHERE l."courseId" = ${courseId}::uuid GROUP BY 1, 2
    ), seen AS (
      SELECT "membershipId", max(at) AS at FROM opened GROUP BY 1
    ), acted AS (
      SELECT e."actorId", max(e.at) AS at FROM "Event" e WHERE e."courseId" = ${courseId}::uuid GROUP BY 1
    )
    SELECT s.id AS "studentId", s.name, w.id AS "assignmentId", w."opensAt", w.blind,
      coalesce(own."dueAt", w."dueAt") AS "dueAt",
      coalesce(o.count, 0) AS read, coalesce(c.count, 0) + coalesce(x.count, 0) + coalesce(f.count, 0) AS written,
      coalesce(x.count, 0) AS answered, w.readings, w.prompts,
      coalesce(x.at, c.at) AS "handedInAt", coalesce(g.standing = 'excused', false) AS excused,
      date_trunc('day', greatest(t.at, seen.at), ${access.timeZone}) AS "seenAt"
    FROM student s CROSS JOIN work w
    LEFT JOIN commented c ON c."authorId" = s.id AND c."assignmentId" = w.id
    LEFT JOIN answered x ON x."authorId" = s.id AND x."assignmentId" = w.id
    LEFT JOIN filed f ON f."authorId" = s.id AND f."assignmentId" = w.id
    LEFT JOIN opened o ON o."membershipId" = s.id AND o."assignmentId" = w.id
    LEFT JOIN acted t ON t."actorId" = s.id
    LEFT JOIN "Grade" g ON g."studentId" = s.id AND g."assignmentId" = w.id AND NOT w.blind
    LEFT JOIN ${ownExtensions} own ON own."membershipId" = s.id AND own."assignmentId" = w.id
    LEFT JOIN seen ON seen."membershipId" = s.id
    ORDER BY w."dueAt", w.id`;
  const byStudent = new Map<Id, Row[]>();
  for (const row of rows) byStudent.set(row.studentId, [...(byStudent.get(row.studentId) ?? []), row]);
  return [...byStudent.values()]
    .flatMap((works) => {
      const [first] = works;
      if (!first) return [];
      const masked = new Set(
        works.filter((work) => work.blind && work.written > 0).map((work) => work.assignmentId),
      );
      const reasons = behindIn(works, now).filter(({ assignmentId: where }) => !masked.has(where));
      if (reasons.length < LEAST_REASONS) return [];
      return [{ id: first.studentId, name: first.name, seenAt: first.seenAt, reasons }];
    })
    .sort((one, other) => other.reasons.length - one.reasons.length || one.name.localeCompare(other.name));
}
