import type { Id } from "@/domain/id";
import { recipientsOf } from "@/domain/notification/recipients";
import { GATHER } from "@/domain/notification/times";
import { transaction } from "@/server/adapters/db";
import { askToGather } from "@/server/adapters/jobs";
import { keepNotifications, type NewNotification } from "@/server/adapters/notifications";
import { recipientsBy } from "@/server/queries/recipients";
import { newsOf, type RoomNews } from "@/server/queries/room-news";

const AHEAD = 1_000;

/**
 * Tells people what has happened in a room since they were last told. What is kept and how far the log has been read
 * are one transaction: broken off it is begun again, done twice it tells nobody twice.
 */
export async function notifyRoom(roomId: Id, now: Date): Promise<void> {
  for (;;) {
    const batch = await newsOf(roomId, now);
    if (!batch) return;
    const rows = await rowsOf(batch.told, now);
    await transaction(async (tx) => {
      await keepNotifications(tx, rows);
      await tx.room.updateMany({
        where: { id: roomId, notifiedSeq: { lt: batch.through } },
        data: { notifiedSeq: batch.through },
      });
    });
    // A moment more, for a database whose clock is ahead of ours. What is not asked for now is found within a minute.
    if (rows.some(({ delivery }) => delivery === "atOnce")) await askToGather(GATHER + AHEAD).catch(() => {});
  }
}

async function rowsOf(told: readonly RoomNews[], now: Date): Promise<NewNotification[]> {
  const everybody = told.flatMap(({ event, news }) => recipientsOf(event, news, { has: () => true }));
  if (everybody.length === 0) return [];
  const people = await recipientsBy(everybody.map(({ recipientId }) => recipientId));
  const rows = told.flatMap(({ event, assignmentId, news }) =>
    recipientsOf(event, news, people).flatMap(({ recipientId, kind, subjectId }) => {
      const mailed = people.get(recipientId)?.mailed(kind, now);
      if (!mailed) return [];
      const { courseId, actorId, at } = event;
      return [{ courseId, recipientId, kind, subjectId, actorId, assignmentId, at, ...mailed }];
    }),
  );
  // Of what came twice in one batch the last holds: one statement cannot write a row twice.
  return [...new Map(rows.map((row) => [`${row.recipientId} ${row.kind} ${row.subjectId}`, row])).values()];
}
