import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { type CitedItem, type CitedRow, itemOf } from "./cited-item";
import { citedSql } from "./cited-scope";
import type { CourseAccess } from "./course-access";
import { type DimensionView, dimensionFields, type PositionView, positionFields } from "./frame";
import { mentionsIn } from "./mentions";
import { type OpenAssignment, openAssignments } from "./openness";

/** The newest so many are listed; the total counts them all. */
const MOST = 100;

/** How often a paragraph is put to work, in what this person may see. */
export interface CitedCount {
  /** The paragraph's, in the text. */
  position: number;
  comments: number;
  /** Answers, replies, and cases put for a position. */
  responses: number;
  notes: number;
  evidence: number;
}

export interface CitedReading {
  paragraphs: CitedCount[];
  /** What evidence from this reading can be filed under. */
  frame: { positions: PositionView[]; dimensions: DimensionView[] };
}

function readingIn(open: readonly OpenAssignment[], readingId: Id) {
  const found = open.flatMap((each) => each.readings).find((reading) => reading.id === readingId);
  return found ?? refuse({ code: "not-found" });
}

/**
 * How often each paragraph of a reading is cited or put to work, of what this person may see. Four statements. Refuses
 * `not-found` for a reading that is not open.
 */
export async function citedInReading(access: CourseAccess, readingId: Id, now: Date): Promise<CitedReading> {
  const { actor, courseId } = access;
  const open = await openAssignments(access, now);
  readingIn(open, readingId);
  const paragraphs = await db().$queryRaw<CitedCount[]>(Prisma.sql`
    WITH ${citedSql({ actor, courseId, readingId }, open)}
    SELECT here.position,
           count(DISTINCT cited.id) FILTER (WHERE kind = 'comment')::int AS comments,
           count(DISTINCT cited.id) FILTER (WHERE kind IN ('response', 'steelman'))::int AS responses,
           count(DISTINCT cited.id) FILTER (WHERE kind = 'note')::int AS notes,
           count(*) FILTER (WHERE kind = 'evidence')::int AS evidence
    FROM cited JOIN here ON here.id = cited."paragraphId"
    GROUP BY here.position ORDER BY here.position`);
  const frame = await db().course.findUnique({
    where: { id: courseId },
    select: { positions: positionFields, dimensions: dimensionFields },
  });
  return { paragraphs, frame: frame ?? refuse({ code: "not-found" }) };
}

/**
 * Where one paragraph is cited or put to work, the newest first, of what this person may see; `total` counts what is
 * not listed too. Four statements. Refuses `not-found` for what does not stand in this reading.
 */
export async function citedParagraph(
  access: CourseAccess,
  { readingId, paragraphId }: { readingId: Id; paragraphId: Id },
  now: Date,
): Promise<{ items: CitedItem[]; total: number }> {
  const { actor, courseId } = access;
  const open = await openAssignments(access, now);
  const { versionId } = readingIn(open, readingId);
  const known = await db().paragraph.count({ where: { id: paragraphId, versionId, courseId } });
  if (known === 0) refuse({ code: "not-found" });
  const rows = await db().$queryRaw<CitedRow[]>(Prisma.sql`
    WITH ${citedSql({ actor, courseId, readingId, paragraphId }, open)},
    once AS (SELECT DISTINCT ON (kind, id) * FROM cited ORDER BY kind, id, mark),
    listed AS (
      SELECT *, count(*) OVER ()::int AS total FROM once ORDER BY "createdAt" DESC, id LIMIT ${MOST}
    )
    SELECT listed.*, author.role, person.name, stand.short,
           ${mentionsIn(Prisma.sql`listed.id`)} AS mentions
    FROM listed JOIN "Membership" author ON author.id = listed."authorId"
    JOIN "User" person ON person.id = author."userId"
    LEFT JOIN "Position" stand ON stand.id = listed."positionId"
    ORDER BY "createdAt" DESC, id`);
  return {
    items: rows.flatMap((row) => itemOf(row, access, open) ?? []),
    total: rows[0]?.total ?? 0,
  };
}
