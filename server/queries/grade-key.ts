import { isBlind, type Masks } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";

/** Of an assignment that staff see aliases in now: `isBlind` as the database asks it. */
const blindNow = { blind: true, namesShownAt: null } as const;

/** The course's assignments that are out and graded blind now: while there is one, some things go without names. */
export const blindOnes = {
  where: { publishedAt: { not: null }, ...blindNow },
  select: { id: true, title: true },
  orderBy: [{ position: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Course$assignmentsArgs;

/**
 * Whom a key means to those who grade: a membership by its own id, and where it is graded blind by the id of the
 * alias there and by nothing else, so that nobody is found by a key known from elsewhere.
 */
export const calledIn = (assignmentId: Id, key: Id): Prisma.MembershipWhereInput => ({
  OR: [
    { id: key, course: { assignments: { some: { id: assignmentId, NOT: blindNow } } } },
    { aliases: { some: { id: key, assignmentId, assignment: blindNow } } },
  ],
});

/** Selects what `aliasesFor` asks. */
export const blindFields = { blind: true, namesShownAt: true } as const;

/** By membership; null where those who grade are told names. */
export type GradingAliases = ReadonlyMap<Id, { id: Id; name: string }> | null;

/** What students are called before those who grade. One statement while it is blind, else none. */
export async function aliasesFor(
  assignmentId: Id,
  assignment: Pick<Masks, "blind" | "namesShownAt">,
): Promise<GradingAliases> {
  if (!isBlind(assignment)) return null;
  const rows = await db().alias.findMany({
    where: { assignmentId },
    select: { id: true, name: true, membershipId: true },
  });
  return new Map(rows.map(({ id, name, membershipId }) => [membershipId, { id, name }]));
}

/** The key of a student: empty for who has no alias, whom nobody can then name. */
export const keyIn = (aliases: GradingAliases, studentId: Id): Id =>
  aliases ? (aliases.get(studentId)?.id ?? "") : studentId;
