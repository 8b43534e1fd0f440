import { MAX_COMMENT } from "@/domain/comment/comment";
import type { Id } from "@/domain/id";
import { MAX_CLAIM } from "@/domain/prompt/evidence";
import { optionalText } from "@/domain/text";
import { withoutComment } from "./enqueue";
import type { OutboxItem, OutboxRefusal, Queue } from "./item";
import {
  asRewording,
  type Content,
  contentOf,
  isDeleting,
  isMaking,
  isRewording,
  onVersion,
  type Rewording,
  reworded,
  subjectOf,
  touchedBy,
  type Words,
  type Write,
  wordsOf,
} from "./write";

/** What the server answered to a write; null where it answers with nothing. */
export type Standing = ({ version: number } & (Words | StandingEvidence)) | null;

/** `filed`: it stands in the class's matrix. */
type StandingEvidence = Omit<Content, "file"> & { filed: boolean };

export type Outcome =
  | { kind: "sent"; standing: Standing }
  /** No answer: nothing else would get through either. */
  | { kind: "unreachable" }
  /** The server failed at this one. */
  | { kind: "failed" }
  | { kind: "refused"; refusal: OutboxRefusal };

const SECONDS = [1, 2, 4, 8, 15, 30] as const;

/** How long to wait after the nth attempt (ms), a quarter more or less by `random` in [0, 1). */
export function backOff(attempt: number, random: number): number {
  const seconds = SECONDS[Math.min(Math.max(attempt, 1), SECONDS.length) - 1] ?? 30;
  return Math.round(seconds * 1000 * (0.75 + random / 2));
}

/**
 * What may be sent, in order: the first of each thread. What hangs on a comment that was refused waits for the person;
 * the rest of its thread does not.
 */
export function sendable(queue: Queue): OutboxItem[] {
  const refused = new Set<Id>();
  const busy = new Set<Id>();
  return queue.filter((item) => {
    const isHeld = item.state === "refused" || touchedBy(item.write).some((id) => refused.has(id));
    if (isHeld) {
      if (isMaking(item.write)) refused.add(subjectOf(item.write));
      return false;
    }
    const isFirst = !busy.has(item.threadId);
    busy.add(item.threadId);
    return isFirst && item.state === "waiting";
  });
}

export const nextToSend = (queue: Queue, now: number): OutboxItem | null =>
  sendable(queue).find((item) => item.notBefore <= now) ?? null;

/** When something may be tried next (epoch ms); null when nothing is to be sent. */
export function nextTryAt(queue: Queue): number | null {
  const times = sendable(queue).map((item) => item.notBefore);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Waits for something other than its first answer. */
export const isStuck = (item: OutboxItem): boolean =>
  item.state === "waiting" ? item.attempt > 0 : item.state === "sending" && item.attempt > 1;

const change = (queue: Queue, id: Id, how: (item: OutboxItem) => OutboxItem): Queue =>
  queue.map((item) => (item.id === id ? how(item) : item));

/** Marks as on its way; nothing changes when it is no longer waiting. */
export const begin = (queue: Queue, id: Id): Queue =>
  change(queue, id, (item) =>
    item.state === "waiting" ? { ...item, state: "sending", attempt: item.attempt + 1, refusal: null } : item,
  );

/** Nobody is sending: what stands as being sent was left by a page that ended. */
export const recover = (queue: Queue): Queue =>
  queue.some((item) => item.state === "sending")
    ? queue.map((item) => (item.state === "sending" ? { ...item, state: "waiting" } : item))
    : queue;

const isHurried = (item: OutboxItem) =>
  item.state === "waiting" && item.refusal === null && item.notBefore > 0;

/** Everything may be tried now, but for what the server told to wait. */
export const hurry = (queue: Queue): Queue =>
  queue.some(isHurried) ? queue.map((item) => (isHurried(item) ? { ...item, notBefore: 0 } : item)) : queue;

const holdAll = (queue: Queue, until: number, refusal: OutboxRefusal | null = null): Queue =>
  queue.map((item) =>
    item.state === "waiting"
      ? { ...item, refusal: refusal ?? item.refusal, notBefore: Math.max(item.notBefore, until) }
      : item,
  );

const asStored = (words: string, most: number) => optionalText(most).safeParse(words).data ?? words;

/** Whether what stands is what was sent. */
function isAsSent(write: Write, standing: NonNullable<Standing>): boolean {
  if (write.kind === "record" || write.kind === "saveEvidence") {
    if (!("claim" in standing)) return false;
    const { claim, relation, positionId, dimensionId, file } = contentOf(write);
    return (
      asStored(claim, MAX_CLAIM) === standing.claim &&
      relation === standing.relation &&
      positionId === standing.positionId &&
      dimensionId === standing.dimensionId &&
      file === standing.filed
    );
  }
  const words = wordsOf(write);
  if (!words || !("body" in standing) || words.signal !== standing.signal) return false;
  return asStored(words.body, MAX_COMMENT) === standing.body;
}

/** Our own change raised the version that the later edits were made on. Another person's leaves them as they are. */
function rebase(queue: Queue, write: Write, standing: Standing): Queue {
  if (!standing || !isAsSent(write, standing)) return queue;
  const id = subjectOf(write);
  return queue.map((item) =>
    isRewording(item.write) && subjectOf(item.write) === id
      ? { ...item, write: onVersion(item.write, standing.version) }
      : item,
  );
}

function settleRefused(queue: Queue, item: OutboxItem, refusal: OutboxRefusal): Queue {
  const marked = change(queue, item.id, () => ({ ...item, state: "refused", refusal }));
  const { write } = item;
  if (!isMaking(write)) return marked;
  // What was written about it meanwhile has nothing to be about: its newest words are the ones to give back.
  const id = subjectOf(write);
  const later = marked.filter((other) => other.id !== item.id && subjectOf(other.write) === id);
  const isWanted = !later.some((other) => isDeleting(other.write));
  const hasReplies = marked.some(
    (other) => other.write.kind === "reply" && other.write.reply.parentId === id,
  );
  if (!isWanted && !hasReplies) return withoutComment(marked, id);
  const words = later.map((other) => other.write).findLast(isRewording);
  const isFolded = (other: OutboxItem) => isRewording(other.write) && subjectOf(other.write) === id;
  return change(
    marked.filter((other) => !isFolded(other)),
    item.id,
    (refused) => (words ? { ...refused, write: reworded(write, words) } : refused),
  );
}

/**
 * What was sent under this id before, and thought to be refused or lost, is what stands: an answer to the same id says
 * the old words. The newer ones follow it as a change. What was changed since stays as it is.
 */
function overtaking({ write }: OutboxItem, standing: Standing): Rewording | null {
  const isOlder = isMaking(write) && standing?.version === 1 && !isAsSent(write, standing);
  return isOlder ? asRewording(write) : null;
}

function settleSent(queue: Queue, item: OutboxItem, standing: Standing): Queue {
  const newer = overtaking(item, standing);
  if (newer) {
    const follows: OutboxItem = {
      ...item,
      write: newer,
      state: "waiting",
      attempt: 0,
      notBefore: 0,
      refusal: null,
    };
    return change(queue, item.id, () => follows);
  }
  return rebase(
    queue.filter((other) => other !== item),
    item.write,
    standing,
  );
}

/** Signed out and told to wait are no verdicts on the write: it stays as if it had not been tried. */
const asBefore = (item: OutboxItem): OutboxItem => ({
  ...item,
  state: "waiting",
  attempt: Math.max(0, item.attempt - 1),
});

/** Writes down what became of one that was sent. `random` in [0, 1), `now` in epoch ms. */
export function settle(queue: Queue, id: Id, outcome: Outcome, now: number, random: number): Queue {
  const item = queue.find((candidate) => candidate.id === id);
  if (!item) return queue;
  if (outcome.kind === "sent") return settleSent(queue, item, outcome.standing);
  // Another page took it over, or the person took it back.
  if (item.state !== "sending") return queue;
  if (outcome.kind === "refused") {
    const { refusal } = outcome;
    if (refusal.code === "signed-out") return change(queue, id, asBefore);
    if (refusal.code !== "rate-limited") return settleRefused(queue, item, refusal);
    return holdAll(change(queue, id, asBefore), now + refusal.retryAfterSeconds * 1000, refusal);
  }
  const until = now + backOff(item.attempt, random);
  const waiting = change(queue, id, () => ({ ...item, state: "waiting", notBefore: until }));
  return outcome.kind === "unreachable" ? holdAll(waiting, until) : waiting;
}

/** Takes one out for good; what is on its way cannot be called back. */
export function drop(queue: Queue, id: Id): Queue {
  const item = queue.find((candidate) => candidate.id === id);
  if (!item || item.state === "sending") return queue;
  return isMaking(item.write)
    ? withoutComment(queue, subjectOf(item.write))
    : queue.filter((other) => other !== item);
}

/** A write that was signed out has not failed, and all the others wait for the same thing. */
export const isSignedOut = (outcome: Outcome): boolean =>
  outcome.kind === "refused" && outcome.refusal.code === "signed-out";
