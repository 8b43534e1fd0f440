import { randomInt, randomUUID } from "node:crypto";
import { drawAlias } from "@/domain/comment/alias";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

interface Place {
  id: Id;
  courseId: Id;
  names: Naming;
}

const random = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * Gives these people an alias in an assignment with pseudonyms, unless they have one. Drawn at random, so that
 * neither the alias nor its id tells who it is or who came first.
 */
export async function giveAliases(tx: Transaction, assignment: Place, membershipIds: Id[]): Promise<void> {
  if (assignment.names === "named" || membershipIds.length === 0) return;
  // Two who come at once must not draw the same.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`alias ${assignment.id}`}, 0))`;
  const there = await tx.alias.findMany({
    where: { assignmentId: assignment.id },
    select: { membershipId: true, name: true },
  });
  const taken = new Set(there.map((alias) => alias.name));
  const known = new Set(there.map((alias) => alias.membershipId));
  const data = membershipIds
    .filter((membershipId) => !known.has(membershipId))
    .map((membershipId) => {
      const name = drawAlias(taken, random);
      taken.add(name);
      return {
        id: randomUUID(),
        courseId: assignment.courseId,
        assignmentId: assignment.id,
        membershipId,
        name,
      };
    });
  await tx.alias.createMany({ data });
}
