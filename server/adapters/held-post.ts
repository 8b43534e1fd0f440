import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/**
 * Puts what may not be told yet off, and takes away what there is nothing to tell of any more. Only where it still is as
 * it was read: what has gone into a mail meanwhile would be mailed twice.
 * @param mailId the mail it was to be told in; null for what no mail had told of yet
 */
export async function putOff(
  tx: Transaction,
  { held, gone }: { held: readonly { id: Id; until: Date | null }[]; gone: readonly Id[] },
  mailId: Id | null,
): Promise<void> {
  const asRead = { mailId, ...(mailId === null && { mailAfter: { not: null } }) };
  for (const { id, until } of held) {
    await tx.notification.updateMany({ where: { id, ...asRead }, data: { mailId: null, mailAfter: until } });
  }
  if (gone.length > 0) await tx.notification.deleteMany({ where: { id: { in: [...gone] }, ...asRead } });
}
