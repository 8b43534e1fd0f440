import type { Id } from "@/domain/id";
import type { Delivery, NotificationKind } from "@/domain/notification/notification";
import { mailAfter } from "@/domain/notification/times";
import type { Transaction } from "./db";

/** Keeps how a person wants to be told of a kind of thing; it holds for what has not been mailed yet as well. */
export async function keepChoice(
  tx: Transaction,
  user: { id: Id; timeZone: string | null },
  { kind, delivery }: { kind: NotificationKind; delivery: Delivery },
  now: Date,
): Promise<void> {
  const key = { userId: user.id, kind };
  await tx.notificationChoice.upsert({
    where: { userId_kind: key },
    create: { ...key, delivery },
    update: { delivery },
  });
  const memberships = await tx.membership.findMany({
    where: { userId: user.id },
    select: { id: true, course: { select: { timeZone: true } } },
  });
  for (const { id, course } of memberships) {
    const own = { kind, recipientId: id };
    await tx.notification.updateMany({
      where: { ...own, mailAfter: { not: null } },
      data: { delivery, mailAfter: mailAfter(delivery, now, user.timeZone ?? course.timeZone) },
    });
    // A mail that waits leaves out what is not wanted any more.
    await tx.notification.updateMany({ where: { ...own, mail: { state: "waiting" } }, data: { delivery } });
  }
}
