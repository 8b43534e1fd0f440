import { randomInt, randomUUID } from "node:crypto";
import { drawAlias } from "@/domain/comment/alias";
import type { Naming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/** What decides whether people go by aliases in an assignment: before classmates, before staff, or in one prompt. */
export interface AliasUse {
  names: Naming;
  blind?: boolean;
  prompts?: readonly { pseudonyms: boolean }[];
}

/** Whether anybody is told aliases there; those of a blind assignment stay once the names are given back. */
export const needsAliases = ({ names, blind = false, prompts = [] }: AliasUse): boolean =>
  names === "pseudonyms" || blind || prompts.some((prompt) => prompt.pseudonyms);

interface Place extends AliasUse {
  id: Id;
  courseId: Id;
}

const random = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * Gives these people an alias in an assignment where aliases are told, unless they have one. Drawn at random, so that
 * neither the alias nor its id tells who it is or who came first.
 */
export async function giveAliases(tx: Transaction, assignment: Place, membershipIds: Id[]): Promise<void> {
  if (!needsAliases(assignment) || membershipIds.length === 0) return;
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

/**
 * Takes all aliases of an assignment back, to be drawn anew: where staff are told aliases from now on, and have seen the
 * old ones beside names. Only while nobody has written under one.
 */
export const forgetAliases = (tx: Transaction, assignmentId: Id) =>
  tx.alias.deleteMany({ where: { assignmentId } });

/** Gives every student of the course an alias there, those who were taken off the roster too: their words stay. */
export async function giveClassAliases(tx: Transaction, assignment: Place): Promise<void> {
  if (!needsAliases(assignment)) return;
  const students = await tx.membership.findMany({
    where: { courseId: assignment.courseId, role: "student" },
    select: { id: true },
  });
  const ids = students.map((student) => student.id);
  await giveAliases(tx, assignment, ids);
}

/** Gives somebody who becomes a student an alias in each of the course's assignments that has them: for classmates, or for graders. */
export async function giveAliasesTo(tx: Transaction, courseId: Id, membershipId: Id): Promise<void> {
  const assignments = await tx.assignment.findMany({
    where: {
      courseId,
      OR: [{ names: "pseudonyms" }, { blind: true }, { prompts: { some: { pseudonyms: true } } }],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of assignments)
    await giveAliases(tx, { id, courseId, names: "pseudonyms" }, [membershipId]);
}
