import type { RemarkKind, Remarks } from "@/domain/grading/grade";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

interface Place {
  readingId: Id;
  reading: number;
  paragraphId: Id | null;
  paragraph: number | null;
  text: string;
}

interface CommentRow extends Place {
  id: Id;
  body: string;
  at: Date;
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

/** The remarks on a student's grade beside their own words. Two statements; none without such remarks. */
export async function remarksWithWords(access: CourseAccess, remarks: Remarks): Promise<OwnRemark[]> {
  const all = Object.entries(remarks);
  const on = (kind: RemarkKind) => all.flatMap(([id, remark]) => (remark.kind === kind ? [id] : []));
  const own = { courseId: access.courseId, authorId: access.actor.membershipId, deletedAt: null };
  const [comments, responses] = await Promise.all([
    db().$queryRaw<CommentRow[]>`
      SELECT c.id, c.body, c."createdAt" AS at, c."readingId", r.position AS reading,
        p.id AS "paragraphId", p.number AS paragraph, coalesce(p.text, '') AS text
      FROM "Comment" c JOIN "Reading" r ON r.id = c."readingId"
      LEFT JOIN "Paragraph" p ON p.id = c."paragraphId"
      WHERE c.id = ANY(${on("comment")}::uuid[]) AND c."courseId" = ${access.courseId}::uuid
        AND c."authorId" = ${access.actor.membershipId}::uuid AND c."deletedAt" IS NULL`,
    db().response.findMany({
      where: { ...own, id: { in: on("response") } },
      select: {
        id: true,
        body: true,
        submittedAt: true,
        createdAt: true,
        prompt: { select: { id: true, title: true } },
      },
    }),
  ]);
  const words = new Map<Id, OwnRemark["on"]>([
    ...comments.map(({ id, body, at, ...place }): [Id, OwnRemark["on"]] => [
      id,
      { body, at, prompt: null, place },
    ]),
    ...responses.map((row): [Id, OwnRemark["on"]] => [
      row.id,
      { body: row.body, at: row.submittedAt ?? row.createdAt, place: null, prompt: row.prompt },
    ]),
  ]);
  return all.map(([subjectId, remark]) => ({ ...remark, subjectId, on: words.get(subjectId) ?? null }));
}
