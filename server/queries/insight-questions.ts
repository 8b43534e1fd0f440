import type { Role } from "@/domain/access/actor";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { ofSection } from "./insight-heat";
import { type Mentions, mentionsIn } from "./mentions";
import { openAssignments } from "./openness";
import { toldText, voiceOf } from "./voice";

export interface OpenQuestion {
  threadId: Id;
  readingId: Id;
  /** The reading's number in the course. */
  reading: number;
  paragraphId: Id | null;
  paragraph: number | null;
  author: Voice;
  body: string;
  at: Date;
  /** Others who have the same question. */
  same: number;
  replies: number;
  /** Kept in sight in the reader. */
  pinned: boolean;
}

export interface OpenQuestions {
  /** Those that have waited longest, no more than one reads. */
  questions: OpenQuestion[];
  /** How many wait in each text, all of them. */
  waiting: Record<Id, number>;
}

interface Row extends Omit<OpenQuestion, "author"> {
  waiting: Record<Id, number>;
  mentions: Mentions | null;
  authorId: Id;
  role: Role;
  name: string;
  assignmentId: Id;
}

export interface InsightScope {
  /** Null for all of the course. */
  assignmentId: Id | null;
  /** Null for everybody. */
  sectionId: Id | null;
}

/** As many as one reads. */
const MOST = 200;

/** Questions that wait for an answer, the oldest first, and how many there are, for staff. Three statements. */
export async function openQuestions(
  access: CourseAccess,
  { assignmentId, sectionId }: InsightScope,
  now: Date,
): Promise<OpenQuestions> {
  authorize(access, "insight.read");
  const open = new Map((await openAssignments(access, now)).map((each) => [each.facts.id, each]));
  const within = assignmentId ? Prisma.sql`AND d."assignmentId" = ${assignmentId}::uuid` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    WITH open AS (
      SELECT c.id, c."readingId", c."createdAt" FROM "Comment" c JOIN "Reading" d ON d.id = c."readingId"
      WHERE c."courseId" = ${access.courseId}::uuid AND c."parentId" IS NULL AND c.signal = 'question'
        AND c."answerId" IS NULL AND c."resolvedAt" IS NULL AND c."deletedAt" IS NULL AND c.audience <> 'private'
        ${within} ${ofSection(sectionId)}
    )
    SELECT c.id AS "threadId", c."readingId", d.position AS reading, c."paragraphId", p.number AS paragraph, c.body,
      c."createdAt" AS at, m.id AS "authorId", m.role::text AS role, u.name, d."assignmentId",
      (SELECT count(*)::int FROM "Reaction" x WHERE x."commentId" = c.id AND x.kind = 'same') AS same,
      (SELECT count(*)::int FROM "Comment" r
        WHERE r."threadId" = c.id AND r."parentId" IS NOT NULL AND r."deletedAt" IS NULL) AS replies,
      c."pinnedAt" IS NOT NULL AS pinned, ${mentionsIn(Prisma.sql`c.id`)} AS mentions,
      (SELECT json_object_agg(t."readingId", t.count) FROM (
        SELECT "readingId", count(*)::int AS count FROM open GROUP BY 1) t) AS waiting
    FROM (SELECT id FROM open ORDER BY "createdAt", id LIMIT ${MOST}) o
    JOIN "Comment" c ON c.id = o.id
    JOIN "Reading" d ON d.id = c."readingId"
    JOIN "Membership" m ON m.id = c."authorId"
    JOIN "User" u ON u.id = m."userId"
    LEFT JOIN "Paragraph" p ON p.id = c."paragraphId"
    ORDER BY c."createdAt", c.id`;
  const questions = rows.flatMap((row) => {
    const { authorId, role, name, assignmentId: where, mentions, waiting: _, ...question } = row;
    const naming = open.get(where)?.naming;
    if (!naming) return [];
    const author = voiceOf(naming, { id: authorId, role, user: { name } });
    return [{ ...question, body: toldText(naming, question.body, mentions ?? []), author }];
  });
  return { questions, waiting: rows[0]?.waiting ?? {} };
}
