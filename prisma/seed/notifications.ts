import { db } from "@/server/adapters/db";
import { notifyRoom } from "@/server/commands/notification/notify-room";
import { chance } from "./chance";
import type { Talk } from "./talk";

/** How many days ago the people who sign in to look last opened what they are told of. */
const LAST_OPENED: Record<string, number> = { ada: 0.9, liming: 1.1, ines: 0.7, tomasz: 0.5 };

/**
 * Tells people what they would have been told as it happened: the log is read as though nothing in it were old. Then
 * each has read what came before they last opened it.
 */
export async function tellEverybody({ demo, courseId, ids, clock }: Talk): Promise<void> {
  const rooms = await db().room.findMany({ where: { courseId }, select: { id: true } });
  for (const { id } of rooms) await notifyRoom(id, clock.moment(-30));
  // What happened before the first start is written to nobody, whoever is mailed from now on.
  await db().notification.updateMany({ where: { courseId }, data: { delivery: "never", mailAfter: null } });
  await Promise.all(
    demo.people.map(({ key }) => {
      const readAt = clock.moment(-(LAST_OPENED[key] ?? chance("opened", key) * 3));
      return db().notification.updateMany({
        where: { recipientId: ids.of("member", key), at: { lte: readAt } },
        data: { readAt },
      });
    }),
  );
}
