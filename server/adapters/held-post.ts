import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/** Puts what may not be told yet off, and takes away what there is nothing to tell of any more. */
export async function putOff(
  tx: Transaction,
  { held, gone }: { held: readonly { id: Id; until: Date | null }[]; gone: readonly Id[] },
): Promise<void> {
  for (const { id, until } of held) {
    await tx.notification.updateMany({ where: { id }, data: { mailId: null, mailAfter: until } });
  }
  if (gone.length > 0) await tx.notification.deleteMany({ where: { id: { in: [...gone] } } });
}
