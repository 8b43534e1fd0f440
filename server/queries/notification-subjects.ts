import type { Role } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type Mentions, mentionsIn } from "./mentions";

/** What a notification is about, as it stands now; what a kind of thing has no word for is null. */
export interface SubjectRow {
  type: "comment" | "response" | "note" | "grade" | "request" | "letter";
  id: Id;
  authorId: Id;
  role: Role;
  name: string;
  gone: boolean;
  /** Submitted, filed, released. */
  shown: boolean;
  assignmentId: Id | null;
  groupId: Id | null;
  audience: "group" | "private" | "instructors" | null;
  threadAuthorId: Id | null;
  /** Of a comment its thread; of a note the piece or the term it hangs on. */
  threadId: Id | null;
  promptId: Id | null;
  readingId: Id | null;
  otherReadingId: Id | null;
  /** Of a grade or a request: whose grade. */
  studentId: Id | null;
  body: string;
  /** Of a comment, whom its words name. */
  mentions: Mentions | null;
}

const author = (owner: string) => Prisma.sql`
  JOIN "Membership" m ON m.id = ${Prisma.raw(owner)} JOIN "User" u ON u.id = m."userId"`;
const writer = Prisma.sql`m.id AS "authorId", m.role::text AS role, u.name`;

/** One statement. Nothing here says who may see it: `standingOf` does. */
export async function subjectsOf(access: CourseAccess, ids: readonly Id[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return [];
  const those = Prisma.sql`${[...new Set(ids)]}::uuid[]`;
  const course = Prisma.sql`${access.courseId}::uuid`;
  const none = Prisma.sql`NULL::uuid`;
  return db().$queryRaw<SubjectRow[]>`
    SELECT 'comment' AS type, c.id, ${writer}, c."deletedAt" IS NOT NULL AS gone, TRUE AS shown, r."assignmentId",
      r."groupId", c.audience::text AS audience, c."threadAuthorId", c."threadId", ${none} AS "promptId",
      c."readingId", ${none} AS "otherReadingId", ${none} AS "studentId", c.body,
      ${mentionsIn(Prisma.sql`c.id`)} AS mentions
    FROM "Comment" c JOIN "Room" r ON r.id = c."roomId" ${author('c."authorId"')}
    WHERE c.id = ANY(${those}) AND c."courseId" = ${course}
    UNION ALL
    SELECT 'response', a.id, ${writer}, a."deletedAt" IS NOT NULL, a."submittedAt" IS NOT NULL, r."assignmentId",
      r."groupId", NULL, NULL, coalesce(a."parentId", a.id), a."promptId", NULL, NULL, NULL, a.body, NULL
    FROM "Response" a JOIN "Room" r ON r.id = a."roomId" ${author('a."authorId"')}
    WHERE a.id = ANY(${those}) AND a."courseId" = ${course}
    UNION ALL
    SELECT 'note', n.id, ${writer},
      n."deletedAt" IS NOT NULL OR e."deletedAt" IS NOT NULL OR d."deletedAt" IS NOT NULL,
      d.id IS NOT NULL OR e."filedAt" IS NOT NULL, NULL, NULL, NULL, NULL, coalesce(e.id, d."termId"), NULL,
      coalesce(e."readingId", d."leftReadingId"), d."rightReadingId", NULL, n.body, NULL
    FROM "Note" n LEFT JOIN "Evidence" e ON e.id = n."evidenceId"
    LEFT JOIN "TermDifference" d ON d.id = n."differenceId" ${author('n."authorId"')}
    WHERE n.id = ANY(${those}) AND n."courseId" = ${course}
    UNION ALL
    SELECT 'grade', g.id, ${writer}, FALSE, g."releasedAt" IS NOT NULL, g."assignmentId", NULL, NULL, NULL, NULL, NULL,
      NULL, NULL, g."studentId", '', NULL
    FROM "Grade" g ${author('g."graderId"')}
    WHERE g.id = ANY(${those}) AND g."courseId" = ${course}
    UNION ALL
    SELECT 'request', q.id, ${writer}, FALSE, g."releasedAt" IS NOT NULL, g."assignmentId", NULL, NULL, NULL, NULL, NULL,
      NULL, NULL, g."studentId", q.body, NULL
    FROM "GradeRequest" q JOIN "Grade" g ON g.id = q."gradeId" ${author('q."authorId"')}
    WHERE q.id = ANY(${those}) AND q."courseId" = ${course}
    UNION ALL
    SELECT 'letter', l.id, ${writer}, FALSE, TRUE, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, o.body, NULL
    FROM "LetterTo" o JOIN "Letter" l ON l.id = o."letterId" ${author('l."authorId"')}
    WHERE l.id = ANY(${those}) AND l."courseId" = ${course} AND o."recipientId" = ${access.actor.membershipId}::uuid`;
}
