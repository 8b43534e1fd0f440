import { type Actor, isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import type { OpenAssignment } from "./openness";
import { commentScopeSql } from "./scope";

interface Where {
  actor: Actor;
  courseId: Id;
  readingId: Id;
  /** Left out: all of the reading. */
  paragraphId?: Id;
}

const among = (ids: readonly Id[]) => Prisma.sql`ANY(${[...ids]}::uuid[])`;

/** Which assignments, prompts and readings this person may enter, and in which of them others' words show. */
function sightOf(open: readonly OpenAssignment[]) {
  const showing = open.filter((each) => each.showsOthers);
  const readingIds = (some: readonly OpenAssignment[]) =>
    some.flatMap(({ readings }) => readings.map(({ id }) => id));
  const prompts = open.flatMap((each) => each.prompts);
  return {
    showing: among(showing.map(({ facts }) => facts.id)),
    hiding: among(open.filter((each) => !each.showsOthers).map(({ facts }) => facts.id)),
    prompts: among(prompts.map(({ id }) => id)),
    showingPrompts: among(prompts.filter((prompt) => prompt.showsOthers).map(({ id }) => id)),
    readings: among(readingIds(open)),
    showingReadings: among(readingIds(showing)),
  };
}

/**
 * Everything in which this person may see a passage of a reading put to work, as the CTEs `here` (the paragraphs) and
 * `cited`: one row for each mark, and one for each piece of evidence. Drafts are in it only where they are evidence of
 * one's own; a piece that is merged stands for itself wherever the one above it does not stand.
 */
export function citedSql(where: Where, open: readonly OpenAssignment[]): Prisma.Sql {
  const { actor, courseId, readingId, paragraphId } = where;
  const sight = sightOf(open);
  const me = Prisma.sql`${actor.membershipId}::uuid`;
  const one = paragraphId ? Prisma.sql`AND p.id = ${paragraphId}::uuid` : Prisma.empty;
  const rooms =
    isStaff(actor) || actor.role === "observer"
      ? Prisma.sql`TRUE`
      : Prisma.sql`(r."groupId" IS NULL OR r."groupId" = ${among(actor.groupIds)})`;
  return Prisma.sql`
    here AS MATERIALIZED (
      SELECT p.id, p.position FROM "Reading" g JOIN "Paragraph" p ON p."versionId" = g."versionId"
      WHERE g.id = ${readingId}::uuid AND g."courseId" = ${courseId}::uuid ${one}
    ),
    mark AS MATERIALIZED (
      SELECT m.* FROM "Citation" m JOIN here ON here.id = m."paragraphId"
      WHERE m."courseId" = ${courseId}::uuid AND m."readingId" = ${readingId}::uuid
    ),
    cited AS (
      SELECT 'comment' AS kind, c.id, m."paragraphId", c."authorId", c."createdAt", c.body, m.position AS mark,
             m."positionId", m.anchor, r."assignmentId", NULL::uuid AS "promptId", c."readingId", c."threadId",
             at.position AS "threadPosition", NULL::uuid AS "pieceId", NULL::uuid AS "cellPositionId",
             NULL::uuid AS "dimensionId", NULL::uuid AS "termId", NULL::text AS relation,
             NULL::uuid AS "otherReadingId"
      FROM mark m JOIN "Comment" c ON c.id = m."commentId" JOIN "Room" r ON r.id = c."roomId"
      LEFT JOIN "Paragraph" at ON at.id = c."paragraphId"
      WHERE c."deletedAt" IS NULL
        AND (r."assignmentId" = ${sight.showing} AND ${commentScopeSql(actor, true)}
             OR r."assignmentId" = ${sight.hiding} AND ${commentScopeSql(actor, false)})
      UNION ALL
      SELECT 'response', a.id, m."paragraphId", a."authorId", a."createdAt", a.body, m.position,
             m."positionId", m.anchor, r."assignmentId", a."promptId", NULL, NULL,
             NULL, NULL, NULL,
             NULL, NULL, a.relation::text, NULL
      FROM mark m JOIN "Response" a ON a.id = m."responseId" JOIN "Room" r ON r.id = a."roomId"
      WHERE a."deletedAt" IS NULL AND a."submittedAt" IS NOT NULL AND a."promptId" = ${sight.prompts}
        AND (a."authorId" = ${me} OR ${rooms} AND a."promptId" = ${sight.showingPrompts})
      UNION ALL
      SELECT 'steelman', s.id, m."paragraphId", s."authorId", s."createdAt", s.body, m.position,
             m."positionId", m.anchor, r."assignmentId", s."promptId", NULL, NULL,
             NULL, NULL, NULL,
             NULL, NULL, NULL, NULL
      FROM mark m JOIN "Steelman" s ON s.id = m."steelmanId" JOIN "Room" r ON r.id = s."roomId"
      WHERE s."deletedAt" IS NULL AND s."promptId" = ${sight.prompts}
        AND (s."authorId" = ${me} OR ${rooms} AND s."promptId" = ${sight.showingPrompts})
      UNION ALL
      SELECT 'note', n.id, m."paragraphId", n."authorId", n."createdAt", n.body, m.position,
             m."positionId", m.anchor, NULL, NULL, coalesce(e."readingId", d."leftReadingId"), NULL,
             NULL, e.id, e."positionId",
             e."dimensionId", d."termId", NULL, d."rightReadingId"
      FROM mark m JOIN "Note" n ON n.id = m."noteId"
      LEFT JOIN "Evidence" e ON e.id = n."evidenceId" AND e."deletedAt" IS NULL
      LEFT JOIN "TermDifference" d ON d.id = n."differenceId" AND d."deletedAt" IS NULL
        AND (${isStaff(actor)} OR EXISTS (SELECT 1 FROM "Term" t WHERE t.id = d."termId" AND t."removedAt" IS NULL))
      WHERE n."deletedAt" IS NULL
        AND (e."readingId" = ${sight.readings}
               AND (e."filedAt" IS NOT NULL AND e."readingId" = ${sight.showingReadings}
                    OR e."authorId" = ${me} AND n."authorId" = ${me})
             OR d."leftReadingId" = ${sight.readings} AND d."rightReadingId" = ${sight.readings}
               AND (n."authorId" = ${me}
                    OR d."leftReadingId" = ${sight.showingReadings} AND d."rightReadingId" = ${sight.showingReadings}))
      UNION ALL
      SELECT 'evidence', e.id, e."paragraphId", e."authorId", e."createdAt", e.claim, NULL,
             e."positionId", e.anchor, NULL, NULL, e."readingId", NULL,
             NULL, e.id, e."positionId",
             e."dimensionId", NULL, e.relation::text, NULL
      FROM "Evidence" e JOIN here ON here.id = e."paragraphId"
      WHERE e."courseId" = ${courseId}::uuid AND e."readingId" = ${readingId}::uuid AND e."deletedAt" IS NULL
        AND e."readingId" = ${sight.readings}
        AND (e."authorId" = ${me}
             OR e."filedAt" IS NOT NULL AND e."readingId" = ${sight.showingReadings}
               AND NOT EXISTS (SELECT 1 FROM "Evidence" h
                 WHERE h.id = e."mergedIntoId" AND h."paragraphId" = e."paragraphId"))
    )`;
}
