import { v7 as uuidv7 } from "uuid";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { unsubscribeToken } from "@/server/adapters/unsubscribe-token";
import { type Cast, today } from "../cast";

/** Somebody of each standing is told of a reply; Ada's is the one that is read, and whose mails are stopped. */
export async function addNotificationsTo(cast: Cast, { replyId }: { replyId: Id }) {
  const { courseId, assignmentId, ada, instructor, observer, liming } = cast;
  const notificationId = uuidv7();
  await db().notification.createMany({
    data: [ada, instructor, observer].map(({ actor }) => ({
      id: actor === ada.actor ? notificationId : uuidv7(),
      courseId,
      recipientId: actor.membershipId,
      kind: "reply" as const,
      subjectId: replyId,
      actorId: liming.actor.membershipId,
      assignmentId,
      at: today,
      delivery: "never" as const,
    })),
  });
  return { notificationId, unsubscribeToken: unsubscribeToken(ada.userId, ["reply"]) };
}
