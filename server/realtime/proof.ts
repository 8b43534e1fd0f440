import { Refused } from "@/domain/refusal";
import { courseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import type { EndReason } from "./lines";
import type { Subscriber } from "./subscriber";
import { type Viewer, viewerOf } from "./viewer";

/**
 * What a subscriber may see, by the database. Asked again when something happened while the answer was on its way.
 * Three statements. Refuses as `courseAccess` and `discussionOfReading` do.
 */
export async function prove(subscriber: Subscriber, clock: () => Date): Promise<Viewer> {
  const { claim, courseId, readingId } = subscriber.request;
  for (;;) {
    subscriber.doubted = false;
    const now = clock();
    const access = await courseAccess(claim, courseId);
    const discussion = await discussionOfReading(access, readingId, now);
    if (!subscriber.doubted) return viewerOf(access, discussion, now);
  }
}

/** Why a stream ends; null for a failure that says nothing about the subscriber. */
export function endReason(error: unknown): EndReason | null {
  if (!(error instanceof Refused)) return null;
  return error.refusal.code === "signed-out" ? "signed-out" : "not-found";
}
