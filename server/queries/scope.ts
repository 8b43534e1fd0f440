import { type Actor, isStaff } from "@/domain/access/actor";
import type { Prisma } from "@/prisma/client/client";

/**
 * Visibility as Prisma filters: the twin of `domain/access/policy.ts` for lists. Both are for somebody who may enter
 * the assignment; `scope.test.ts` holds the twins together over generated casts.
 */
const ownRooms = (actor: Actor): Prisma.RoomWhereInput =>
  isStaff(actor) || actor.role === "observer"
    ? {}
    : { OR: [{ groupId: null }, { groupId: { in: [...actor.groupIds] } }] };

const othersShow = (actor: Actor, othersVisible: boolean) => actor.role !== "student" || othersVisible;

export function commentScope(actor: Actor, othersVisible: boolean): Prisma.CommentWhereInput {
  const seen: Prisma.CommentWhereInput[] = [{ authorId: actor.membershipId }];
  if (othersShow(actor, othersVisible)) seen.push({ audience: "group" });
  seen.push({ audience: "instructors", ...(isStaff(actor) ? {} : { threadAuthorId: actor.membershipId }) });
  return { room: ownRooms(actor), OR: seen };
}

export function responseScope(actor: Actor, othersVisible: boolean): Prisma.ResponseWhereInput {
  const seen: Prisma.ResponseWhereInput[] = [{ authorId: actor.membershipId }];
  if (othersShow(actor, othersVisible)) seen.push({ submittedAt: { not: null }, deletedAt: null });
  return { room: ownRooms(actor), OR: seen };
}

export const assignmentScope = (actor: Actor): Prisma.AssignmentWhereInput =>
  isStaff(actor) ? {} : { publishedAt: { not: null } };

export const gradeScope = (actor: Actor): Prisma.GradeWhereInput =>
  isStaff(actor) ? {} : { studentId: actor.membershipId, releasedAt: { not: null } };
