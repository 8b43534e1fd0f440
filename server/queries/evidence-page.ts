import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { type DimensionView, dimensionFields, type PositionView, positionFields } from "./frame";
import { type Openings, openingsOf } from "./openings";
import { openRoomFacts } from "./openness";
import { evidenceScopeSql } from "./scope";
import { keyOf, voiceFields, voiceOf } from "./voice";

export interface EvidencePage {
  positions: PositionView[];
  dimensions: DimensionView[];
  /** The readings that are open to this person. */
  readings: { id: Id; number: number; title: string }[];
  /** Everybody who recorded one of the pieces. */
  voices: Voice[];
  /** The groups of the open assignments. */
  groups: { id: Id; name: string }[];
  ownGroups: Id[];
  pieces: MatrixPiece[];
  /** The readings, by number, whose evidence of classmates does not show yet, and what has to happen first. */
  heldBack: { until: "comments" | "due"; readings: number[] }[];
  canRecord: boolean;
  /** Whether this person edits the frame. */
  canManage: boolean;
}

interface PieceRow {
  id: Id;
  positionId: Id | null;
  dimensionId: Id | null;
  relation: EvidenceRelation;
  readingId: Id;
  authorId: Id;
  groupId: Id | null;
  filed: boolean;
  changed: boolean;
  head: Id | null;
}

/**
 * Every piece that this person sees, without its words. A piece merged under one that is hidden from them stands for
 * itself.
 */
const pieceRows = (access: CourseAccess, openings: Openings) =>
  db().$queryRaw<PieceRow[]>(Prisma.sql`
    SELECT e.id, e."positionId", e."dimensionId", e.relation, e."readingId", e."authorId", r."groupId",
      e."filedAt" IS NOT NULL AS filed, e.anchor <> 'sound' AS changed, h.id AS head
    FROM "Evidence" e
    JOIN "Room" r ON r.id = e."roomId"
    LEFT JOIN "Evidence" h ON h.id = e."mergedIntoId" AND ${evidenceScopeSql(access.actor, openings, "h")}
    WHERE e."courseId" = ${access.courseId}::uuid AND e."deletedAt" IS NULL
      AND ${evidenceScopeSql(access.actor, openings, "e")}
    ORDER BY e."createdAt", e.id`);

const heldBackFrom = ({ all }: Openings): EvidencePage["heldBack"] =>
  all
    .filter((open) => !open.showsOthers && open.readings.length > 0)
    .map(({ facts, readings }) => ({
      until: facts.visibility === "closedUntilDue" ? ("due" as const) : ("comments" as const),
      readings: readings.map((reading) => reading.number),
    }));

/** The frame with figures for every passage put to work in it: five statements. */
export async function evidencePage(access: CourseAccess, now: Date): Promise<EvidencePage> {
  authorize(access, "evidence.read");
  const { actor } = access;
  const openings = await openingsOf(access, now);
  const course = await db().course.findUnique({
    where: { id: access.courseId },
    select: { positions: positionFields, dimensions: dimensionFields },
  });
  if (!course) refuse({ code: "not-found" });
  const rows = await pieceRows(access, openings);
  const members = await db().membership.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.authorId))] } },
    select: { ...voiceFields.select, groups: { select: { groupId: true } } },
  });
  const authors = new Map(members.map((member) => [member.id, member]));

  const own = new Set(actor.groupIds);
  const voices = new Map<string, Voice>();
  const pieces = rows.map(({ authorId, ...row }): MatrixPiece => {
    const author = authors.get(authorId) ?? refuse({ code: "not-found" });
    const { naming } = openings.of(row.readingId);
    const by = keyOf(naming, author);
    if (!voices.has(by)) voices.set(by, voiceOf(naming, author));
    const mine = authorId === actor.membershipId;
    // Where the whole class goes by aliases, a person's group would tell who is behind one.
    const isOfOwn = naming.names === "named" && author.groups.some(({ groupId }) => own.has(groupId));
    const near = mine || isOfOwn || (row.groupId !== null && own.has(row.groupId));
    const groupId = naming.hidden && !near ? null : row.groupId;
    return { ...row, groupId, by, near, mine, merged: row.head !== null };
  });
  const groups = new Map(openings.all.flatMap((open) => open.groups.map((group) => [group.id, group])));
  return {
    ...course,
    readings: openings.readings.map(({ id, number, title }) => ({ id, number, title })),
    voices: [...voices.values()],
    groups: [...groups.values()],
    ownGroups: [...groups.keys()].filter((id) => own.has(id)),
    pieces,
    heldBack: heldBackFrom(openings),
    canRecord: openings.all.some((open) =>
      can(actor, "evidence.record", openRoomFacts(open, open.ownGroupId), now),
    ),
    canManage: can(actor, "frame.write"),
  };
}
