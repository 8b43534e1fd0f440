import { db } from "@/server/adapters/db";
import { announce } from "@/server/adapters/pubsub";
import type { SessionClaim } from "@/server/queries/course-access";
import { personOf } from "@/server/queries/person";

/** Ends every session of this person at once: each was made under a number that no longer stands. */
export async function signOutEverywhere(claim: SessionClaim): Promise<void> {
  const person = await personOf(claim);
  await db().user.update({ where: { id: person.id }, data: { sessionVersion: { increment: 1 } } });
  announce({ kind: "person", userId: person.id });
}
