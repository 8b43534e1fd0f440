import type { Id } from "@/domain/id";
import type { Part } from "./policy";

/** What a number came from: the row, and the event of the log that tells of it. */
export interface Source {
  kind: "comment" | "evidence";
  id: Id;
  room: Id;
  /** The event's number in its room. */
  seq: number;
  at: Date;
  /** Of a comment, where it stands: for a way there. */
  thread?: Thread;
}

export interface Thread {
  readingId: Id;
  threadId: Id;
}

const reasonsNotCounted = [
  /** Fewer words than are asked for. */
  "short",
  /** The student's own note. */
  "private",
  /** Says what another comment, or piece of evidence, of the student's says. */
  "repeated",
  /** Says what somebody else had said before. */
  "copied",
  /** Says what the text itself says at this place. */
  "quoted",
  /** Was put together with another of the student's own pieces. */
  "merged",
  /** Was deleted before the close. */
  "deleted",
] as const;
export type NotCountedReason = (typeof reasonsNotCounted)[number];

export interface NotCounted extends Source {
  because: NotCountedReason;
  /** The comment or piece it repeats; null where there is none, or where it may not be named. */
  of: Id | null;
}

interface Counted {
  value: number;
  wanted: number;
}

/** What was found, in the unit the part counts in. */
export type Finding =
  | ({ part: Exclude<Part, "timeliness" | "replies"> } & Counted)
  /** Of `of` counted comments `inTime` came before the due moment, `forgiven` within the grace, `late` after it. */
  | { part: "timeliness"; of: number; inTime: number; forgiven: number; late: number }
  /** Replies given, and people by whom one was replied to. */
  | { part: "replies"; given: Counted; received: Counted };

export type ParticipationPart = Finding & {
  weight: number;
  /** Exact, from 0 to 1: `above` of `below`. */
  share: { above: number; below: number };
  /** Decimals: what the share comes to, and the most it could. Both columns sum to the whole. */
  points: string;
  most: string;
  from: Source[];
};

/** A suggested participation score, with what each number came from. */
export interface ParticipationResult {
  /** Decimals: the points, and the most there are. */
  score: string;
  most: string;
  /** Parts of weight 0 are left out. */
  parts: ParticipationPart[];
  notCounted: NotCounted[];
  /** The student's own close: nothing later is read. */
  through: Date;
}
