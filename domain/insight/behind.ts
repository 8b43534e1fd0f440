import type { Id } from "@/domain/id";

/** What a student did in one assignment. */
export interface Work {
  assignmentId: Id;
  opensAt: Date;
  /** The student's own dates. */
  dueAt: Date;
  /** Readings with a place kept, of all it has. */
  read: number;
  readings: number;
  /** Comments, answers and evidence together; private notes are not counted. */
  written: number;
  /** Prompts answered, of all it has. */
  answered: number;
  prompts: number;
  /** When the newest answer (or, without prompts, comment) came; null while none has. */
  handedInAt: Date | null;
  excused: boolean;
}

const behindKinds = ["unread", "unwritten", "missing", "late"] as const;
export type BehindKind = (typeof behindKinds)[number];

/** Why somebody is on the list: one kind in one assignment. */
export interface Behind {
  kind: BehindKind;
  assignmentId: Id;
  /** Of what came late: milliseconds after it was due. */
  lateBy: number;
}

/** Half of the time there is has passed: before, nobody is behind in what they have not begun. */
const isPressing = ({ opensAt, dueAt }: Work, now: Date) =>
  now.getTime() >= (opensAt.getTime() + dueAt.getTime()) / 2;

/**
 * What a student is behind in, now: a text not opened or nothing written when half of the time has passed, an answer
 * missing after its date, or work that came late. What has not opened is nobody's fault, nor what is excused.
 */
export function behindIn(works: readonly Work[], now: Date): Behind[] {
  return works.flatMap((work) => {
    if (work.excused || work.opensAt > now) return [];
    const { assignmentId } = work;
    const isDue = work.dueAt < now;
    const found: Behind[] = [];
    const add = (kind: BehindKind, lateBy = 0) => found.push({ kind, assignmentId, lateBy });
    if (isPressing(work, now)) {
      if (work.readings > 0 && work.read === 0) add("unread");
      if (work.written === 0) add("unwritten");
    }
    if (isDue && work.answered < work.prompts) add("missing");
    const lateBy = work.handedInAt ? work.handedInAt.getTime() - work.dueAt.getTime() : 0;
    if (lateBy > 0) add("late", lateBy);
    return found;
  });
}

/** How many reasons put somebody on the list. */
export const LEAST_REASONS = 2;
