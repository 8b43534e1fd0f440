import { type Day, type DayCount, daysOf } from "@/domain/insight/activity";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import type { InsightScope } from "./insight-questions";

export interface Activity {
  /** Days of the course's calendar. */
  days: Day[];
}

/**
 * What the class did day by day, out of the event log, for staff; what staff did is not counted. Of a section without
 * what it did where it is graded blind. One statement.
 */
export async function activityOf(
  access: CourseAccess,
  { assignmentId, sectionId }: InsightScope,
): Promise<Activity> {
  authorize(access, "insight.read");
  const within = assignmentId ? Prisma.sql`AND r."assignmentId" = ${assignmentId}::uuid` : Prisma.empty;
  const section = sectionId
    ? Prisma.sql`AND m."sectionId" = ${sectionId}::uuid
        AND NOT EXISTS (SELECT 1 FROM "Assignment" w
          WHERE w.id = r."assignmentId" AND w.blind AND w."namesShownAt" IS NULL)`
    : Prisma.empty;
  const counts = await db().$queryRaw<DayCount[]>`
    SELECT to_char(e.at AT TIME ZONE ${access.timeZone}, 'YYYY-MM-DD') AS day,
      CASE e.type
        WHEN 'comment.posted' THEN
          CASE WHEN e.payload->>'threadId' = e."subjectId"::text THEN 'comments' ELSE 'replies' END
        WHEN 'response.replied' THEN 'replies'
        WHEN 'response.submitted' THEN 'answers'
        WHEN 'evidence.filed' THEN 'evidence'
        ELSE 'stances'
      END AS kind, count(*)::int AS count
    FROM "Event" e
    JOIN "Room" r ON r.id = e."roomId"
    JOIN "Membership" m ON m.id = e."actorId"
    WHERE e."courseId" = ${access.courseId}::uuid AND m.role = 'student'
      AND e.type IN ('comment.posted', 'response.replied', 'response.submitted', 'evidence.filed', 'stance.taken')
      AND e.payload->>'audience' IS DISTINCT FROM 'private' ${within} ${section}
    GROUP BY 1, 2`;
  return { days: daysOf(counts) };
}
