import type { NotificationKind } from "@/domain/notification/notification";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { keepChoice } from "@/server/adapters/own-choice";
import { readUnsubscribeToken } from "@/server/adapters/unsubscribe-token";

/** Stops the kinds of mail that a token names. No session: whoever has the mail may. Refuses `not-found`. */
export async function unsubscribe(token: string, now: Date): Promise<NotificationKind[]> {
  const read = readUnsubscribeToken(token);
  if (!read) refuse({ code: "not-found" });
  const user = await db().user.findUnique({
    where: { id: read.userId },
    select: { id: true, timeZone: true },
  });
  if (!user) refuse({ code: "not-found" });
  await transaction(async (tx) => {
    for (const kind of read.kinds) await keepChoice(tx, user, { kind, delivery: "never" }, now);
  });
  return read.kinds;
}
