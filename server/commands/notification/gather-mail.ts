import { v7 as uuidv7 } from "uuid";
import type { Id } from "@/domain/id";
import { GATHER } from "@/domain/notification/times";
import { db, transaction } from "@/server/adapters/db";
import { putOff } from "@/server/adapters/held-post";
import { sendsMail } from "@/server/adapters/mail";
import { peopleWithPost, postFields, sortPost } from "@/server/queries/post";

/**
 * Makes one mail for each person for whom there is something to be mailed by now. Where it fails for one, the others
 * have theirs; then it fails, and the job is tried again.
 */
export async function gatherMail(now: Date): Promise<void> {
  if (!sendsMail()) return;
  const faults: unknown[] = [];
  for (const person of await peopleWithPost(now)) {
    await gatherFor(person, now).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, "some mails could not be made");
}

/** More than anybody is told of between two mails; what is beyond it goes into the next. */
const MOST = 2_000;

async function gatherFor(person: { id: Id; timeZone: string | null }, now: Date): Promise<void> {
  // What else has just arisen comes along, rather than in a mail of its own a minute later.
  const soon = { delivery: "atOnce", mailAfter: { lte: new Date(now.getTime() + GATHER) } } as const;
  const rows = await db().notification.findMany({
    where: { recipient: { userId: person.id }, OR: [{ mailAfter: { lte: now } }, soon] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST,
    select: postFields,
  });
  const { items, held, gone } = await sortPost(person, rows, now);
  const mailId = uuidv7();
  await transaction(async (tx) => {
    await putOff(tx, { held, gone }, null);
    // Two that gather for one person at once: each row goes with the first, and who has none makes no mail.
    const mine = await tx.$queryRaw<{ id: Id }[]>`
      SELECT id FROM "Notification" WHERE id = ANY(${items.map(({ id }) => id)}::uuid[]) AND "mailAfter" IS NOT NULL
      ORDER BY id FOR UPDATE`;
    if (mine.length === 0) return;
    await tx.mail.create({ data: { id: mailId, userId: person.id, createdAt: now, notBefore: now } });
    await tx.notification.updateMany({
      where: { id: { in: mine.map(({ id }) => id) } },
      data: { mailId, mailAfter: null },
    });
  });
}
