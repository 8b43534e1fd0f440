import { type Actor, isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";

/**
 * Visibility as Prisma filters: the twin of `domain/access/policy.ts` for lists. Both are for somebody who may enter
 * the assignment; `scope.test.ts` holds the twins together over generated casts.
 */
export const roomScope = (actor: Actor): Prisma.RoomWhereInput =>
  isStaff(actor) || actor.role === "observer"
    ? {}
    : { OR: [{ groupId: null }, { groupId: { in: [...actor.groupIds] } }] };

const othersShow = (actor: Actor, othersVisible: boolean) => actor.role !== "student" || othersVisible;

export function commentScope(actor: Actor, othersVisible: boolean): Prisma.CommentWhereInput {
  const seen: Prisma.CommentWhereInput[] = [{ authorId: actor.membershipId }];
  if (othersShow(actor, othersVisible)) seen.push({ audience: "group" });
  seen.push({ audience: "instructors", ...(isStaff(actor) ? {} : { threadAuthorId: actor.membershipId }) });
  return { room: roomScope(actor), OR: seen };
}

export function responseScope(actor: Actor, othersVisible: boolean): Prisma.ResponseWhereInput {
  const seen: Prisma.ResponseWhereInput[] = [{ authorId: actor.membershipId }];
  if (othersShow(actor, othersVisible)) {
    seen.push({ room: roomScope(actor), submittedAt: { not: null }, deletedAt: null });
  }
  return { OR: seen };
}

export const assignmentScope = (actor: Actor): Prisma.AssignmentWhereInput =>
  isStaff(actor) ? {} : { publishedAt: { not: null } };

export const gradeScope = (actor: Actor): Prisma.GradeWhereInput =>
  isStaff(actor) ? {} : { studentId: actor.membershipId, releasedAt: { not: null } };

/** `commentScope` for the few reads in SQL, over "Comment" c joined with its "Room" r; tested against its twin. */
export function commentScopeSql(actor: Actor, othersVisible: boolean): Prisma.Sql {
  const me = actor.membershipId;
  const others = othersShow(actor, othersVisible) ? Prisma.sql`OR c.audience = 'group'` : Prisma.empty;
  const asked = isStaff(actor) ? Prisma.empty : Prisma.sql`AND c."threadAuthorId" = ${me}::uuid`;
  const rooms =
    isStaff(actor) || actor.role === "observer"
      ? Prisma.sql`TRUE`
      : Prisma.sql`(r."groupId" IS NULL OR r."groupId" = ANY(${[...actor.groupIds]}::uuid[]))`;
  return Prisma.sql`${rooms} AND (c."authorId" = ${me}::uuid ${others} OR (c.audience = 'instructors' ${asked}))`;
}

/** Readings of the assignments that somebody may enter, and those among them in which others' words show. */
export interface EnteredReadings {
  entered: readonly Id[];
  shown: readonly Id[];
}

export const evidenceScope = (
  actor: Actor,
  { entered, shown }: EnteredReadings,
): Prisma.EvidenceWhereInput => ({
  OR: [
    { authorId: actor.membershipId, readingId: { in: [...entered] } },
    { filedAt: { not: null }, deletedAt: null, readingId: { in: [...shown] } },
  ],
});

/** `evidenceScope` in SQL, over "Evidence" under the name given; tested against its twin. */
export function evidenceScopeSql(
  actor: Actor,
  { entered, shown }: EnteredReadings,
  name: "e" | "h",
): Prisma.Sql {
  const row = Prisma.raw(name);
  return Prisma.sql`(
    (${row}."authorId" = ${actor.membershipId}::uuid AND ${row}."readingId" = ANY(${[...entered]}::uuid[]))
    OR (${row}."filedAt" IS NOT NULL AND ${row}."deletedAt" IS NULL
      AND ${row}."readingId" = ANY(${[...shown]}::uuid[])))`;
}
