import { db } from "@/server/adapters/db";
import type { SessionClaim } from "@/server/queries/course-access";
import { readable } from "@/server/queries/notification";

/** Takes down that a person has read all that they were shown up to a moment; what they may not see yet stays new. */
export async function markAllRead(claim: SessionClaim, through: Date, now: Date): Promise<{ read: number }> {
  const ids = await readable(claim, through, now);
  const { count } = await db().notification.updateMany({
    where: { id: { in: ids }, readAt: null },
    data: { readAt: now },
  });
  return { read: count };
}
