import type { RemarkKind, Remarks } from "@/domain/grading/grade";
import type { Id } from "@/domain/id";
import type { ParagraphKind } from "@/domain/source/imported";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

interface Place {
  readingId: Id;
  reading: number;
  paragraphId: Id | null;
  paragraph: number | null;
  kind: ParagraphKind;
  text: string;
}

/** Where something of the student's own, or a reply to it, stands in the text. */
export interface OwnPlace {
  id: Id;
  /** The thread a comment stands in; null for a piece of evidence. */
  threadId: Id | null;
  readingId: Id;
  reading: number;
  paragraphId: Id | null;
  paragraph: number | null;
}

interface Row {
  id: Id;
  /** Written by the student. */
  own: boolean;
  threadId: Id | null;
  body: string;
  at: Date;
  readingId: Id | null;
  reading: number | null;
  paragraphId: Id | null;
  paragraph: number | null;
  kind: ParagraphKind | null;
  text: string | null;
  promptId: Id | null;
  title: string | null;
}

/** Feedback in its place, with the student's own words it is on. */
export interface OwnRemark {
  kind: RemarkKind;
  subjectId: Id;
  /** What staff say. */
  body: string;
  /** The student's own comment or answer; null on a criterion, and where it was deleted since. */
  on: {
    body: string;
    at: Date;
    /** Where it stands: a reading, and its paragraph where it is on one. */
    place: Place | null;
    /** The prompt it answers. */
    prompt: { id: Id; title: string } | null;
  } | null;
}

const toOn = (row: Row): OwnRemark["on"] => {
  const { body, at, readingId, reading, paragraphId, paragraph, promptId, title } = row;
  const words = { kind: row.kind ?? "paragraph", text: row.text ?? "" } as const;
  return {
    body,
    at,
    place: readingId ? { readingId, reading: reading ?? 0, paragraphId, paragraph, ...words } : null,
    prompt: promptId ? { id: promptId, title: title ?? "" } : null,
  };
};

/**
 * The remarks on a student's grade beside their own words, and where the pieces named in `pieces` stand, which are
 * their own or reply to them. One statement.
 */
export async function ownWords(
  access: CourseAccess,
  remarks: Remarks,
  pieces: readonly Id[],
): Promise<{ remarks: OwnRemark[]; places: OwnPlace[] }> {
  const all = Object.entries(remarks);
  const ids = [...new Set([...all.map(([id]) => id), ...pieces])];
  const me = access.actor.membershipId;
  const { courseId } = access;
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id, c."authorId" = ${me}::uuid AS own, c."threadId", c.body, c."createdAt" AS at,
      c."readingId", r.position AS reading, p.id AS "paragraphId", p.number AS paragraph, p.kind, p.text, NULL::uuid AS "promptId", NULL AS title
    FROM "Comment" c JOIN "Reading" r ON r.id = c."readingId" LEFT JOIN "Paragraph" p ON p.id = c."paragraphId"
    LEFT JOIN "Comment" a ON a.id = c."parentId"
    WHERE c.id = ANY(${ids}::uuid[]) AND c."courseId" = ${courseId}::uuid
      AND (c."authorId" = ${me}::uuid OR a."authorId" = ${me}::uuid) AND c."deletedAt" IS NULL
    UNION ALL
    SELECT e.id, TRUE, NULL, e.claim, e."createdAt", e."readingId", r.position, p.id, p.number, p.kind, p.text, NULL, NULL
    FROM "Evidence" e JOIN "Reading" r ON r.id = e."readingId" JOIN "Paragraph" p ON p.id = e."paragraphId"
    WHERE e.id = ANY(${ids}::uuid[]) AND e."courseId" = ${courseId}::uuid
      AND e."authorId" = ${me}::uuid AND e."deletedAt" IS NULL
    UNION ALL
    SELECT s.id, TRUE, NULL, s.body, coalesce(s."submittedAt", s."createdAt"), NULL, NULL, NULL, NULL, NULL, NULL, q.id, q.title
    FROM "Response" s JOIN "Prompt" q ON q.id = s."promptId"
    WHERE s.id = ANY(${ids}::uuid[]) AND s."courseId" = ${courseId}::uuid
      AND s."authorId" = ${me}::uuid AND s."deletedAt" IS NULL`;
  const words = new Map(rows.filter(({ own }) => own).map((row) => [row.id, toOn(row)]));
  return {
    remarks: all.map(([subjectId, remark]) => ({ ...remark, subjectId, on: words.get(subjectId) ?? null })),
    places: rows.flatMap(({ id, threadId, readingId, reading, paragraphId, paragraph }) =>
      readingId && pieces.includes(id)
        ? [{ id, threadId, readingId, reading: reading ?? 0, paragraphId, paragraph }]
        : [],
    ),
  };
}
