import type { OutboxItem, Queue } from "@/domain/outbox/item";
import { isStuck, nextTryAt } from "@/domain/outbox/outbox";

export interface OutboxView {
  /** What was written here and has not arrived, in order: the page shows it as if it had. */
  items: OutboxItem[];
  /** All of this person's on this device, wherever it was written. */
  all: Queue;
  /** Of all: what could not be sent yet. What is being sent for the first time is not among it. */
  waiting: OutboxItem[];
  /** Of all: what the server turned away; it stays until the person takes it back or discards it. */
  refused: OutboxItem[];
  /** Nothing goes out until the person signs in again. */
  signedOut: boolean;
  offline: boolean;
  /** Epoch ms; null when nothing waits for a time. */
  nextTryAt: number | null;
  /** False when the device keeps nothing: what waits is lost with the page. */
  kept: boolean;
}

interface Circumstances {
  scope: string;
  offline: boolean;
  signedOut: boolean;
  kept: boolean;
}

export function viewOf(queue: Queue, { scope, offline, signedOut, kept }: Circumstances): OutboxView {
  const isHeldUp = offline || signedOut;
  const waiting = queue.filter((item) => item.state !== "refused" && (isHeldUp || isStuck(item)));
  return {
    items: queue.filter((item) => item.scope === scope),
    all: queue,
    waiting,
    refused: queue.filter((item) => item.state === "refused"),
    signedOut: signedOut && waiting.length > 0,
    offline,
    nextTryAt: isHeldUp ? null : nextTryAt(queue),
    kept,
  };
}
