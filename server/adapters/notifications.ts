import { v7 as uuidv7 } from "uuid";
import type { Id } from "@/domain/id";
import type { Delivery, NotificationKind } from "@/domain/notification/notification";
import type { Transaction } from "./db";

export interface NewNotification {
  courseId: Id;
  recipientId: Id;
  kind: NotificationKind;
  subjectId: Id;
  actorId: Id | null;
  assignmentId: Id | null;
  at: Date;
  delivery: Delivery;
  mailAfter: Date | null;
}

/**
 * Keeps what people are told of, each of each thing once. What can happen to one thing again (its dates change, its
 * grade comes back) is news again when it does.
 */
export async function keepNotifications(tx: Transaction, rows: readonly NewNotification[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Name extends keyof NewNotification>(name: Name) => rows.map((row) => row[name]);
  await tx.$executeRaw`
    INSERT INTO "Notification" AS held
      (id, "courseId", "recipientId", kind, "subjectId", "actorId", "assignmentId", at, delivery, "mailAfter")
    SELECT id, "courseId", "recipientId", kind::"NotificationKind", "subjectId", "actorId", "assignmentId", at,
      delivery::"Delivery", "mailAfter"
    FROM unnest(
      ${rows.map(() => uuidv7())}::uuid[], ${column("courseId")}::uuid[], ${column("recipientId")}::uuid[],
      ${column("kind")}::text[], ${column("subjectId")}::uuid[], ${column("actorId")}::uuid[],
      ${column("assignmentId")}::uuid[], ${column("at")}::timestamptz[], ${column("delivery")}::text[],
      ${column("mailAfter")}::timestamptz[]
    ) AS told (id, "courseId", "recipientId", kind, "subjectId", "actorId", "assignmentId", at, delivery, "mailAfter")
    ON CONFLICT ("recipientId", kind, "subjectId") DO UPDATE SET
      at = excluded.at, "actorId" = excluded."actorId", delivery = excluded.delivery,
      "mailAfter" = excluded."mailAfter", "readAt" = NULL, "mailId" = NULL
    WHERE held.kind IN ('dates', 'dueSoon', 'graded') AND held.at < excluded.at`;
}
