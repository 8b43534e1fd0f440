import { isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import type { CellQuery, EvidenceView } from "@/domain/prompt/evidence";
import { type Likeable, likenessTo } from "@/domain/prompt/likeness";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { evidenceByIds } from "./evidence";
import { type Openings, openingsOf } from "./openings";
import { evidenceScopeSql } from "./scope";

const PAGE = 50;
/** Of what has no place nobody should have more, and nobody reads more at once. */
const MOST_UNPLACED = 100;
/** Claims are held against one another word by word: of more than so many the newest, those on its words first. */
const MOST_COMPARED = 400;
/** More proposals are no help. */
const MOST_ALIKE = 6;

export interface EvidenceList {
  pieces: EvidenceView[];
  total: number;
}

export interface EvidenceCell extends EvidenceList {
  /** The cursor of what follows; null at the end. */
  next: number | null;
}

/** What this person sees, with the piece it is merged into as `h` where they see that too. */
const visible = (access: CourseAccess, openings: Openings) => Prisma.sql`
  FROM "Evidence" e
  LEFT JOIN "Evidence" h ON h.id = e."mergedIntoId" AND ${evidenceScopeSql(access.actor, openings, "h")}
  WHERE e."courseId" = ${access.courseId}::uuid AND e."deletedAt" IS NULL
    AND ${evidenceScopeSql(access.actor, openings, "e")}`;

const helpfulFirst = Prisma.sql`
  ORDER BY (SELECT count(*) FROM "EvidenceHelpful" f WHERE f."evidenceId" = e.id) DESC, e."createdAt", e.id`;

interface Listed {
  id: Id;
  total: number;
}

/** A page of what stands in a cell, the most helpful first. Four statements, or five. */
export async function evidenceCell(access: CourseAccess, input: CellQuery, now: Date): Promise<EvidenceCell> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  const from = input.cursor ?? 0;
  const listed = await db().$queryRaw<Listed[]>(Prisma.sql`
    SELECT e.id, count(*) OVER ()::int AS total
    ${visible(access, openings)} AND h.id IS NULL
      AND e."positionId" = ${input.positionId}::uuid AND e."dimensionId" = ${input.dimensionId}::uuid
    ${helpfulFirst} LIMIT ${PAGE} OFFSET ${from}`);
  const total = listed[0]?.total ?? 0;
  const ids = listed.map(({ id }) => id);
  return {
    pieces: await evidenceByIds(access, openings, ids, now),
    total,
    next: from + listed.length < total ? from + listed.length : null,
  };
}

/**
 * One's own drafts without a place, and pieces whose position or dimension was taken out of the frame: everybody's for
 * staff, one's own for others.
 */
export async function unplacedEvidence(access: CourseAccess, now: Date): Promise<EvidenceList> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  const { membershipId, role } = access.actor;
  const own = isStaff({ role }) ? Prisma.sql`TRUE` : Prisma.sql`e."authorId" = ${membershipId}::uuid`;
  const listed = await db().$queryRaw<Listed[]>(Prisma.sql`
    SELECT e.id, count(*) OVER ()::int AS total
    ${visible(access, openings)} AND h.id IS NULL AND ${own} AND (
      e."positionId" IS NULL OR e."dimensionId" IS NULL
      OR EXISTS (SELECT 1 FROM "Position" p WHERE p.id = e."positionId" AND p."removedAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Dimension" d WHERE d.id = e."dimensionId" AND d."removedAt" IS NOT NULL))
    ORDER BY e."createdAt" DESC, e.id LIMIT ${MOST_UNPLACED}`);
  const ids = listed.map(({ id }) => id);
  return { pieces: await evidenceByIds(access, openings, ids, now), total: listed[0]?.total ?? 0 };
}

interface Candidate extends Likeable {
  id: Id;
  isIt: boolean;
}

/**
 * Pieces of the same cell that may say the same and are not merged yet, the likeliest first. Refuses `not-found` for a
 * piece that may not be seen.
 */
export async function similarEvidence(access: CourseAccess, id: Id, now: Date): Promise<EvidenceView[]> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  const rows = await db().$queryRaw<Candidate[]>(Prisma.sql`
    SELECT e.id, e.id = ${id}::uuid AS "isIt", e.claim, e."paragraphId", e."startOffset" AS start,
      e."endOffset" AS "end"
    ${visible(access, openings)} AND (e.id = ${id}::uuid OR (
      h.id IS NULL AND e."filedAt" IS NOT NULL
      AND (e."courseId", e."positionId", e."dimensionId", e.relation) = (
        SELECT o."courseId", o."positionId", o."dimensionId", o.relation FROM "Evidence" o
        WHERE o.id = ${id}::uuid AND o."filedAt" IS NOT NULL)
      AND e.id IS DISTINCT FROM (SELECT o."mergedIntoId" FROM "Evidence" o WHERE o.id = ${id}::uuid)))
    ORDER BY e.id = ${id}::uuid DESC,
      e."paragraphId" = (SELECT o."paragraphId" FROM "Evidence" o WHERE o.id = ${id}::uuid) DESC,
      e."createdAt" DESC, e.id
    LIMIT ${MOST_COMPARED}`);
  const piece = rows.find((row) => row.isIt) ?? refuse({ code: "not-found" });
  const likeness = likenessTo(piece);
  const alike = rows
    .filter((row) => !row.isIt)
    .map((row) => ({ id: row.id, likeness: likeness(row) }))
    .filter((row) => row.likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness || (one.id < other.id ? -1 : 1));
  const ids = alike.slice(0, MOST_ALIKE).map((row) => row.id);
  return evidenceByIds(access, openings, ids, now);
}
