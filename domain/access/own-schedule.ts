import type { Actor } from "./actor";
import type { Schedule } from "./discussion";

export type Dates = Pick<Schedule, "dueAt" | "closesAt">;

/** Other dates for one student or for one group: one of the two is set. */
export interface ExtensionFacts extends Dates {
  studentId: string | null;
  groupId: string | null;
}

/** Own dates, and beside them the class's where these are others. */
export interface Extended extends Dates {
  /** The class's dates; null for whoever goes by them. */
  extended: Dates | null;
}

const later = (one: Dates, other: Dates) =>
  one.closesAt.getTime() - other.closesAt.getTime() || one.dueAt.getTime() - other.dueAt.getTime();

/**
 * The extension that a person goes by: their own before a group's, and of several groups' the one that closes last;
 * null for none.
 */
export function extensionFor<Extension extends ExtensionFacts>(
  extensions: readonly Extension[],
  person: Pick<Actor, "membershipId" | "groupIds">,
): Extension | null {
  const own = extensions.find(({ studentId }) => studentId === person.membershipId);
  const groups = extensions.filter(({ groupId }) => groupId !== null && person.groupIds.includes(groupId));
  return own ?? groups.toSorted(later).at(-1) ?? null;
}

/** An assignment as one person's dates make it. Only students have others than the class: staff go by its own. */
export function ownSchedule<Assignment extends Dates & { extensions: readonly ExtensionFacts[] }>(
  actor: Actor,
  assignment: Assignment,
): Omit<Assignment, "extensions" | keyof Dates> & Extended {
  const { extensions, dueAt, closesAt, ...facts } = assignment;
  const extension = actor.role === "student" ? extensionFor(extensions, actor) : null;
  const extended = extension && { dueAt, closesAt };
  return {
    ...facts,
    dueAt: extension?.dueAt ?? dueAt,
    closesAt: extension?.closesAt ?? closesAt,
    extended,
  };
}
