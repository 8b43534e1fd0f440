import type { Choice } from "@/domain/notification/notification";
import { db, transaction } from "@/server/adapters/db";
import { keepChoice } from "@/server/adapters/own-choice";
import type { SessionClaim } from "@/server/queries/course-access";
import { choicesFor } from "@/server/queries/notification";
import { personOf } from "@/server/queries/person";

/** Takes down how a person wants to be told of one kind of thing. */
export async function chooseDelivery(claim: SessionClaim, choice: Choice, now: Date) {
  const { id } = await personOf(claim);
  const user = await db().user.findUniqueOrThrow({ where: { id }, select: { id: true, timeZone: true } });
  await transaction((tx) => keepChoice(tx, user, choice, now));
  return choicesFor(claim);
}
