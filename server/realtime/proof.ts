import { Refused } from "@/domain/refusal";
import { courseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import type { EndReason } from "./lines";
import { type Onlooker, onlookerOf } from "./pages/onlooker";
import type { Watcher } from "./pages/watcher";
import type { Pipe } from "./pipe";
import type { Subscriber } from "./subscriber";
import { type Viewer, viewerOf } from "./viewer";

/** Looks again as long as something happens while the answer is on its way that may change it. */
async function untilSure<Found>(pipe: Pipe, look: () => Promise<Found>): Promise<Found> {
  for (;;) {
    pipe.doubted = false;
    const found = await look();
    if (!pipe.doubted) return found;
  }
}

/**
 * What a subscriber may see, by the database. Three statements. Refuses as `courseAccess` and `discussionOfReading` do.
 */
export function prove(subscriber: Subscriber, clock: () => Date): Promise<Viewer> {
  const { claim, courseId, readingId } = subscriber.request;
  return untilSure(subscriber, async () => {
    const now = clock();
    const access = await courseAccess(claim, courseId);
    return viewerOf(access, await discussionOfReading(access, readingId, now), now);
  });
}

/** The same for a page: at most four statements. Refuses as `courseAccess` and `onlookerOf` do. */
export function proveWatcher(watcher: Watcher, clock: () => Date): Promise<Onlooker> {
  const { claim, courseId, page } = watcher.request;
  return untilSure(watcher, async () => onlookerOf(await courseAccess(claim, courseId), page, clock()));
}

/** Why a stream ends; null for a failure that says nothing about the subscriber. */
export function endReason(error: unknown): EndReason | null {
  if (!(error instanceof Refused)) return null;
  return error.refusal.code === "signed-out" ? "signed-out" : "not-found";
}
