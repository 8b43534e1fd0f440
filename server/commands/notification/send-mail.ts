import type { Id } from "@/domain/id";
import type { Sent } from "@/domain/notification/mail";
import { tryAgainAt } from "@/domain/notification/times";
import { db, transaction } from "@/server/adapters/db";
import { putOff } from "@/server/adapters/held-post";
import { deliver, type MailToSend, publicAddress } from "@/server/adapters/mail";
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
  const { attempts } = await db().mail.findUniqueOrThrow({
    where: { id: mailId },
    select: { attempts: true },
  });
  let mail: MailToSend | null;
  try {
    mail = await writeMail(mailId, now);
  } catch (error) {
    // The mail server has not heard of it: it waits as before.
    await settle(mailId, attempts, { outcome: "later", fault: "it could not be written" }, now);
    throw error;
  }
  if (mail) await settle(mailId, attempts, await deliver(mail), now);
}

/** The words of a mail as its reader may read them now; null where nothing is left to tell, and the mail is gone. */
async function writeMail(mailId: Id, now: Date): Promise<MailToSend | null> {
  const { user, notifications } = await db().mail.findUniqueOrThrow({
    where: { id: mailId },
    select: {
      user: { select: { id: true, name: true, email: true, timeZone: true } },
      notifications: { orderBy: [{ at: "asc" }, { id: "asc" }], select: postFields },
    },
  });
  const wanted = notifications.filter(({ delivery }) => delivery !== "never");
  const { items, held, gone } = await sortPost(user, wanted, now);
  await transaction(async (tx) => {
    await putOff(tx, { held, gone }, mailId);
    if (items.length === 0) await tx.mail.deleteMany({ where: { id: mailId } });
  });
  if (items.length === 0) return null;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const token = unsubscribeToken(user.id, kinds);
  return {
    id: mailId,
    to: { name: user.name, address: user.email },
    ...composeMail(user, items, { address: publicAddress(), token }),
    unsubscribe: `${publicAddress()}/api/unsubscribe?token=${token}`,
  };
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
