import type { Id } from "@/domain/id";
import type { Refusal } from "@/domain/refusal";
import type { Write } from "./write";

/** `unexpected`: turned away without a reason the person could act on. */
export type OutboxRefusal = Refusal | { code: "unexpected" };

/** A write on its way from this device. */
export interface OutboxItem {
  /** UUIDv7, made when it was queued. */
  id: Id;
  /** Whose it is: nobody else on the device sees or sends it. */
  personId: Id;
  courseId: Id;
  /** Where it was written, such as the reading's id. */
  scope: string;
  threadId: Id;
  /** Epoch ms; grows along the queue whatever the clock does. */
  at: number;
  /** How often it has been sent without an answer: from 1 on the server may already have it. */
  attempt: number;
  /** Epoch ms before which it is not tried again. */
  notBefore: number;
  state: "waiting" | "sending" | "refused";
  write: Write;
  /** Why it was refused; of one that waits, why it was told to. */
  refusal: OutboxRefusal | null;
}

/** In the order in which they were written. */
export type Queue = readonly OutboxItem[];
