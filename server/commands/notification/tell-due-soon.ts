import { DAY, dueSoonFrom } from "@/domain/notification/times";
import { transaction } from "@/server/adapters/db";
import { keepNotifications } from "@/server/adapters/notifications";
import { dueBetween } from "@/server/queries/due-soon";
import { recipientsBy } from "@/server/queries/recipients";

/** Tells students what is due within a day and not handed in; each once, and again where their due date moves. */
export async function tellDueSoon(now: Date): Promise<void> {
  const due = await dueBetween(now, new Date(now.getTime() + DAY));
  if (due.length === 0) return;
  const people = await recipientsBy(due.map(({ recipientId }) => recipientId));
  const rows = due.flatMap(({ courseId, assignmentId, recipientId, dueAt }) => {
    const mailed = people.get(recipientId)?.mailed("dueSoon", now);
    if (!mailed) return [];
    const told = { kind: "dueSoon", subjectId: assignmentId, actorId: null, at: dueSoonFrom(dueAt) } as const;
    return [{ courseId, assignmentId, recipientId, ...told, ...mailed }];
  });
  await transaction((tx) => keepNotifications(tx, rows));
}
