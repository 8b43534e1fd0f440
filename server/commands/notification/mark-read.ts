import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { SessionClaim } from "@/server/queries/course-access";
import { personOf } from "@/server/queries/person";

/** Takes down that a person has read one of theirs. Refuses `not-found` for another's. */
export async function markRead(claim: SessionClaim, id: Id, now: Date): Promise<{ id: Id }> {
  const { id: userId } = await personOf(claim);
  const own = { id, recipient: { userId, withdrawnAt: null } };
  if ((await db().notification.count({ where: own })) === 0) refuse({ code: "not-found" });
  await db().notification.updateMany({ where: { ...own, readAt: null }, data: { readAt: now } });
  return { id };
}
