import type { Id } from "@/domain/id";
import type { Sent } from "@/domain/notification/mail";
import { tryAgainAt } from "@/domain/notification/times";
import { db, transaction } from "@/server/adapters/db";
import { putOff } from "@/server/adapters/held-post";
import { deliver, publicAddress } from "@/server/adapters/mail";
import { composeMail } from "@/server/adapters/mail-words";
import { unsubscribeToken } from "@/server/adapters/unsubscribe-token";
import { postFields, sortPost } from "@/server/queries/post";

/**
 * Sends a mail that waits. It is claimed, and the claim committed, before the mail server hears of it: whatever breaks
 * off in between leaves it claimed, and what is claimed is never sent again. Of what it tells, each is read as its
 * reader may read it now; where nothing is left, there is no mail.
 */
export async function sendMail(mailId: Id, now: Date): Promise<void> {
  const claimed = await db().mail.updateMany({
    where: { id: mailId, state: "waiting", notBefore: { lte: now } },
    data: { state: "sending", claimedAt: now, attempts: { increment: 1 } },
  });
  if (claimed.count === 0) return;
  const mail = await db().mail.findUniqueOrThrow({
    where: { id: mailId },
    select: {
      attempts: true,
      user: { select: { id: true, name: true, email: true, timeZone: true } },
      notifications: { orderBy: [{ at: "asc" }, { id: "asc" }], select: postFields },
    },
  });
  const { user } = mail;
  const wanted = mail.notifications.filter(({ delivery }) => delivery !== "never");
  const { items, held, gone } = await sortPost(user, wanted, now);
  await transaction(async (tx) => {
    await putOff(tx, { held, gone });
    if (items.length === 0) await tx.mail.deleteMany({ where: { id: mailId } });
  });
  if (items.length === 0) return;

  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const token = unsubscribeToken(user.id, kinds);
  const words = composeMail(user, items, { address: publicAddress(), token });
  const sent = await deliver({
    id: mailId,
    to: { name: user.name, address: user.email },
    ...words,
    unsubscribe: `${publicAddress()}/api/unsubscribe?token=${token}`,
  });
  await settle(mailId, mail.attempts, sent, now);
}

async function settle(mailId: Id, attempts: number, sent: Sent, now: Date): Promise<void> {
  const again = sent.outcome === "later" ? tryAgainAt(attempts, now) : null;
  const fault = sent.outcome === "sent" ? null : sent.fault;
  const states = { sent: "sent", later: "failed", refused: "failed", unknown: "uncertain" } as const;
  await db().mail.updateMany({
    where: { id: mailId, state: "sending", attempts },
    data: again
      ? { state: "waiting", notBefore: again, fault }
      : { state: states[sent.outcome], settledAt: now, fault },
  });
}
