import type { Id } from "@/domain/id";
import type { Stage } from "./history";

/** `none`: nothing was handed in and nobody has begun a grade. */
export type QueueState = "none" | "todo" | Stage;

export interface HandedIn {
  /** The newest answer to a prompt, and the newest comment; null for none. */
  answeredAt: Date | null;
  commentedAt: Date | null;
}

export function queueState(handedIn: HandedIn, stage: Stage | null): QueueState {
  if (stage) return stage;
  return handedIn.answeredAt || handedIn.commentedAt ? "todo" : "none";
}

/**
 * By how many milliseconds work came after it was due; 0 when in time or when there is none. An answer counts; where
 * none was given, the newest comment does: replies go on after an answer and are not lateness.
 */
export function lateBy({ answeredAt, commentedAt }: HandedIn, dueAt: Date): number {
  const at = answeredAt ?? commentedAt;
  return at ? Math.max(0, at.getTime() - dueAt.getTime()) : 0;
}

/** Whether what was graded is another than it was: words came since it was saved, or lateness leaves another share. */
export const changedSince = (
  grade: { savedAt: Date | null; kept: string },
  now: { latestAt: Date | null; kept: string },
): boolean =>
  grade.kept !== now.kept ||
  (grade.savedAt !== null && now.latestAt !== null && now.latestAt > grade.savedAt);

interface Placed {
  id: Id;
  name: string;
  /** The group's place in its set; null outside any. */
  groupPosition: number | null;
}

/** By group, then by name as the language sorts them; those without a group come last. */
export function inQueueOrder<Student extends Placed>(
  students: readonly Student[],
  language: string,
): Student[] {
  const names = new Intl.Collator(language, { numeric: true });
  return [...students].sort(
    (one, other) =>
      (one.groupPosition ?? Number.MAX_SAFE_INTEGER) - (other.groupPosition ?? Number.MAX_SAFE_INTEGER) ||
      names.compare(one.name, other.name) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** Whom to begin with: the first who waits for a grade, else the first whose draft is open, else the first. */
export const firstToGrade = <Student extends { id: Id; state: QueueState }>(
  queue: readonly Student[],
): Student | null =>
  queue.find((student) => student.state === "todo") ??
  queue.find((student) => student.state === "draft" || student.state === "recalled") ??
  queue[0] ??
  null;

/** a, b … z, aa, ab …: the letter that names a comment on the page. From 0. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
