import type { Effect } from "@/domain/assignment/effect-shape";

/**
 * Everything that can be refused, as one closed union. Commands throw it, `server/trpc` translates it once,
 * the interface switches on `code`. Whatever else is thrown is a bug and is reported as one.
 */
export type Refusal =
  | { code: "signed-out" }
  /** Also for what exists but may not be seen. */
  | { code: "not-found" }
  /** The thing is in sight; this act on it is not for this person. */
  | { code: "not-allowed" }
  | { code: "not-open-yet"; opensAt: string }
  | { code: "closed"; closesAt: string }
  /** Edited by someone else meanwhile: both versions are given so that nothing is lost. */
  | { code: "stale"; current: { version: number; text: string } }
  /** The id was used before for something else. */
  | { code: "id-taken" }
  | { code: "deleted" }
  /** The passage's words do not stand at the place named. */
  | { code: "anchor-mismatch" }
  /** What is written here is for others to read. */
  | { code: "no-private-notes" }
  | { code: "published" }
  | { code: "not-published" }
  | { code: "empty-text" }
  | { code: "too-large"; limitBytes: number }
  | { code: "unreadable-file"; reason: "empty" | "too-large" | "binary" | "encoding" | "type" | "too-many" }
  /** A file of marks from which no mark can be read. */
  | { code: "unreadable-table"; why: "no-students" | "students-twice" | "broken"; line: number }
  | { code: "dates-out-of-order" }
  | { code: "nothing-to-read" }
  /** Somebody has already written there: taking it away would take their words with it. */
  | { code: "in-use"; title: string }
  /** Students were shown grades that would come to something else, with nobody saying why. */
  | { code: "grades-shown" }
  /** Something else of the course goes by this name. */
  | { code: "name-taken" }
  | { code: "unknown-join-code" }
  | { code: "wrong-password" }
  | { code: "last-instructor" }
  | { code: "points-out-of-range"; most: string }
  | { code: "reason-required" }
  /** A position or a dimension that was taken out of the frame since: another has to be chosen. */
  | { code: "out-of-frame"; name: string }
  /** One says where one stands before one puts the case of those who stand elsewhere. */
  | { code: "stance-first" }
  /** The case was answered: its words stay as they were answered, until the answer is given up. */
  | { code: "answered" }
  /** Nobody who holds the position has signed these words yet. */
  | { code: "unsigned" }
  | { code: "requirements-missing"; missing: string[] }
  /** It would alter what people have seen or earned: said first, saved with `touches` once that was read. */
  | { code: "touches"; effects: Effect[]; touches: string }
  | { code: "rate-limited"; retryAfterSeconds: number };

export type RefusalCode = Refusal["code"];

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
  }
}

/** Ends a command with a refusal. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
