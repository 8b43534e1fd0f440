import type { Frame } from "./wire";

/** What others did and this reader has not asked to see yet: the newest frame of each comment, in order of arrival. */
export type Waiting = ReadonlyMap<string, { frame: Frame; fresh: boolean }>;

export const nothingWaits: Waiting = new Map();

/** Whether a frame moves nothing on the page: it only changes what is drawn of a comment that stands there. */
export const isStill = (frame: Frame): boolean => frame.type === "comment.reacted";

/**
 * Whether a frame may be shown at once: it is one's own doing, or moves nothing. What it is about must not wait
 * itself, or a reaction would bring it forth.
 */
export const showsAtOnce = (frame: Frame, me: string, waiting: Waiting = nothingWaits): boolean =>
  (me !== "" && frame.actor === me) || (isStill(frame) && !waiting.has(frame.comment.id));

/** Whether a comment is one of those that have not been asked for: wherever it was read from, it is not shown yet. */
export const isHeldBack = (waiting: Waiting, id: string): boolean => {
  const held = waiting.get(id);
  return held?.fresh === true && !held.frame.comment.deleted;
};

/** What waits after frames came, in the order in which they came. */
export function addWaiting(waiting: Waiting, frames: readonly Frame[]): Waiting {
  const after = new Map(waiting);
  for (const frame of frames) {
    const held = after.get(frame.comment.id);
    const fresh = held?.fresh || frame.type === "comment.posted";
    const newest = held && held.frame.comment.revision > frame.comment.revision ? held.frame : frame;
    after.set(frame.comment.id, { frame: newest, fresh });
  }
  return after;
}

/** The waiting frames, all or of one thread, and what is left. */
export function takeWaiting(waiting: Waiting, threadId?: string): { taken: Frame[]; left: Waiting } {
  const taken: Frame[] = [];
  const left = new Map(waiting);
  for (const [id, { frame }] of waiting) {
    if (threadId && frame.comment.threadId !== threadId) continue;
    taken.push(frame);
    left.delete(id);
  }
  return { taken, left };
}

/** New comments that wait, by thread. */
export function freshByThread(waiting: Waiting): ReadonlyMap<string, number> {
  const fresh = new Map<string, number>();
  for (const [id, { frame }] of waiting) {
    const { threadId } = frame.comment;
    if (isHeldBack(waiting, id)) fresh.set(threadId, (fresh.get(threadId) ?? 0) + 1);
  }
  return fresh;
}

export interface WaitingCount {
  /** New comments. */
  fresh: number;
  /** Comments that were edited, deleted, resolved, pinned or answered. */
  changed: number;
}

/** How much waits. What was written and deleted meanwhile counts for nothing. */
export function countWaiting(waiting: Waiting): WaitingCount {
  let fresh = 0;
  let changed = 0;
  for (const { frame, fresh: isFresh } of waiting.values()) {
    if (!isFresh) changed++;
    else if (!frame.comment.deleted) fresh++;
  }
  return { fresh, changed };
}
