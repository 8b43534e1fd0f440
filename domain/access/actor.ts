import type { Id } from "@/domain/id";

export const roles = ["instructor", "assistant", "student", "observer"] as const;
export type Role = (typeof roles)[number];

/** The small facts about a person in a course that the policy reads. */
export interface Actor {
  membershipId: Id;
  role: Role;
  /** Groups of any set this person stands in. */
  groupIds: readonly Id[];
}

export const isStaff = (actor: Pick<Actor, "role">) =>
  actor.role === "instructor" || actor.role === "assistant";
