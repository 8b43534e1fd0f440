import type { Id } from "@/domain/id";
import { choicesOf, type Delivery, type NotificationKind } from "@/domain/notification/notification";
import { mailAfter } from "@/domain/notification/times";
import { db } from "@/server/adapters/db";
import { sendsMail } from "@/server/adapters/mail";

export interface Recipient {
  id: Id;
  /** How this person is to be mailed of what arises now. */
  mailed: (kind: NotificationKind, now: Date) => { delivery: Delivery; mailAfter: Date | null };
}

/** Of these memberships those that stand, by their ids. One statement. */
export async function recipientsBy(ids: readonly Id[]): Promise<Map<Id, Recipient>> {
  const rows = await db().membership.findMany({
    where: { id: { in: [...new Set(ids)] }, withdrawnAt: null },
    select: {
      id: true,
      course: { select: { timeZone: true } },
      user: {
        select: { timeZone: true, demo: true, choices: { select: { kind: true, delivery: true } } },
      },
    },
  });
  return new Map(
    rows.map(({ id, course, user }) => {
      const choices = choicesOf(user.choices);
      // Nobody reads the mail of the demo's people: their addresses lead nowhere.
      const isWritten = sendsMail() && !user.demo;
      return [
        id,
        {
          id,
          mailed: (kind, now) => {
            const delivery = isWritten ? choices[kind] : "never";
            return { delivery, mailAfter: mailAfter(delivery, now, user.timeZone ?? course.timeZone) };
          },
        },
      ];
    }),
  );
}
