import type { Id } from "@/domain/id";
import { heatOf, type Laid, type Warm } from "@/domain/insight/heat";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

export interface HeatParagraph {
  id: Id;
  number: number | null;
  kind: string;
  text: string;
  language: string;
  /** Comments and replies on it, those on the whole paragraph among them. */
  comments: number;
  /** Questions on it that wait for an answer. */
  questions: number;
  /** The stretches of it that are commented on. */
  warm: Warm[];
}

export interface ReadingHeat {
  readingId: Id;
  number: number;
  title: string;
  assignmentId: Id;
  /** On the reading as a whole. */
  comments: number;
  paragraphs: HeatParagraph[];
}

interface LaidRow {
  paragraphId: Id | null;
  from: number | null;
  to: number | null;
  comments: number;
  questions: number;
}

/**
 * Of which students a comment's thread is: a section's, or everybody's. The roster says who is in a section, so that
 * what is graded blind is not told by sections.
 */
export const ofSection = (sectionId: Id | null) =>
  sectionId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Membership" s
        WHERE s.id = c."threadAuthorId" AND s."sectionId" = ${sectionId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "Reading" b JOIN "Assignment" w ON w.id = b."assignmentId"
        WHERE b.id = c."readingId" AND w.blind AND w."namesShownAt" IS NULL)`
    : Prisma.empty;

/**
 * Where a reading is talked of, for staff: how many comments and replies lie on which words; notes to oneself are
 * nobody's to count. Two statements. Refuses `not-found` for a reading of another course.
 */
export async function readingHeat(
  access: CourseAccess,
  { readingId, sectionId }: { readingId: Id; sectionId: Id | null },
): Promise<ReadingHeat> {
  authorize(access, "insight.read");
  const { courseId } = access;
  const [reading, rows] = await Promise.all([
    db().reading.findUnique({
      where: { id: readingId, courseId },
      select: {
        position: true,
        assignmentId: true,
        version: {
          select: {
            title: true,
            language: true,
            paragraphs: {
              select: { id: true, number: true, kind: true, text: true, language: true },
              orderBy: { position: "asc" },
            },
          },
        },
      },
    }),
    // A thread is counted where it began, and where its passage goes on.
    db().$queryRaw<LaidRow[]>`
      WITH thread AS (
        SELECT c.id, c."paragraphId", c."startOffset", c."endOffset",
          (c.signal = 'question' AND c."answerId" IS NULL AND c."resolvedAt" IS NULL
            AND c."deletedAt" IS NULL) AS asked,
          (SELECT count(*)::int FROM "Comment" r WHERE r."threadId" = c.id AND r."deletedAt" IS NULL) AS said
        FROM "Comment" c
        WHERE c."courseId" = ${courseId}::uuid AND c."readingId" = ${readingId}::uuid AND c."parentId" IS NULL
          AND c.audience <> 'private' ${ofSection(sectionId)}
      ), laid AS (
        SELECT id, "paragraphId", "startOffset", "endOffset", asked, said FROM thread
        UNION ALL
        SELECT t.id, s."paragraphId", s."startOffset", s."endOffset", t.asked, t.said
        FROM thread t JOIN "CommentSpan" s ON s."commentId" = t.id
      )
      SELECT "paragraphId", "startOffset" AS "from", "endOffset" AS "to", sum(said)::int AS comments,
        (count(*) FILTER (WHERE asked))::int AS questions
      FROM laid WHERE said > 0 GROUP BY "paragraphId", "startOffset", "endOffset"`,
  ]);
  if (!reading) refuse({ code: "not-found" });
  const { version } = reading;
  const on = new Map<Id | null, LaidRow[]>();
  for (const row of rows) on.set(row.paragraphId, [...(on.get(row.paragraphId) ?? []), row]);
  const sum = (of: readonly LaidRow[], what: "comments" | "questions") =>
    of.reduce((all, row) => all + row[what], 0);
  return {
    readingId,
    number: reading.position,
    title: version.title,
    assignmentId: reading.assignmentId,
    comments: sum(on.get(null) ?? [], "comments"),
    paragraphs: version.paragraphs.map((paragraph) => {
      const here = on.get(paragraph.id) ?? [];
      return {
        ...paragraph,
        language: paragraph.language ?? version.language,
        comments: sum(here, "comments"),
        questions: sum(here, "questions"),
        warm: heatOf(paragraph.text.length, here.flatMap(laidOf)),
      };
    }),
  };
}

const laidOf = ({ from, to, comments, questions }: LaidRow): Laid[] =>
  from === null || to === null ? [] : [{ from, to, comments, asked: questions > 0 }];
