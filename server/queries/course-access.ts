import type { Actor } from "@/domain/access/actor";
import { type Action, can, type Policy } from "@/domain/access/policy";
import { type Id, id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";

declare const proof: unique symbol;

/** Proof that a person stands in a course. Only this file makes one; commands and queries take it, never a bare id. */
export interface CourseAccess {
  readonly [proof]: true;
  readonly courseId: Id;
  readonly userId: Id;
  readonly actor: Actor;
  readonly timeZone: string;
}

/** What a session claims about its person; worth nothing until the database agrees. */
export interface SessionClaim {
  userId: Id;
  sessionVersion: number;
}

/**
 * One statement. Refuses `signed-out` when the session has been revoked and `not-found` when the person is not (or no
 * longer) in the course: for them it does not exist.
 */
export async function courseAccess(claim: SessionClaim, courseId: Id): Promise<CourseAccess> {
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: {
      sessionVersion: true,
      memberships: {
        where: { courseId, withdrawnAt: null },
        select: {
          id: true,
          role: true,
          groups: { select: { groupId: true } },
          course: { select: { timeZone: true } },
        },
      },
    },
  });
  if (!user || user.sessionVersion !== claim.sessionVersion) refuse({ code: "signed-out" });
  const membership = user.memberships[0];
  if (!membership) refuse({ code: "not-found" });
  const access: Omit<CourseAccess, typeof proof> = {
    courseId,
    userId: claim.userId,
    timeZone: membership.course.timeZone,
    actor: {
      membershipId: membership.id,
      role: membership.role,
      groupIds: membership.groups.map((group) => group.groupId),
    },
  };
  return access as CourseAccess;
}

type ActionWithoutFacts = {
  [Name in Action]: Parameters<Policy[Name]>["length"] extends 0 | 1 ? Name : never;
}[Action];

/** Refuses `not-allowed` unless this person may do this anywhere in the course. */
export function authorize(access: CourseAccess, action: ActionWithoutFacts): void {
  if (!can(access.actor, action)) refuse({ code: "not-allowed" });
}

/** Whether a membership, in whichever course and standing, is this person's. What is no id is nobody's. */
export async function isMembershipOf(claim: SessionClaim, membershipId: string): Promise<boolean> {
  if (!id.safeParse(membershipId).success) return false;
  return (await db().membership.count({ where: { id: membershipId, userId: claim.userId } })) > 0;
}
