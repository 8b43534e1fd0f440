import { isBlind } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { AssignmentDraft } from "./assignment";
import type { Effect } from "./effect-shape";

export const MOST_NAMES = 9;

/** What one student has done in the assignment, and been given. */
export interface StudentFacts {
  id: Id;
  /** What whoever asks is told: an alias while it is graded blind. */
  name: string;
  /** Other dates than everybody's. */
  extension: { dueAt: Date; closesAt: Date } | null;
  /** The words of each comment to the group that stands. */
  comments: readonly number[];
  /** Private comments that stand: counted, never told of by name. */
  notes: number;
  /** Readings that this student has opened, or written in. */
  read: readonly Id[];
  /** Prompts for which there is anything of this student's. */
  begun: readonly Id[];
  /** Prompts whose answer is posted. */
  posted: readonly Id[];
  /** Pieces of evidence. */
  evidence: number;
  handedInAt: Date | null;
  grade: "none" | "draft" | "released";
}

/** The assignment as it stands. */
export interface HeldFacts extends Omit<AssignmentDraft, "readings"> {
  publishedAt: Date | null;
  namesShownAt: Date | null;
  readings: readonly { id: Id; versionId: Id; title: string }[];
}

export interface Change {
  held: HeldFacts;
  draft: AssignmentDraft;
  students: readonly StudentFacts[];
  now: Date;
}

/** Whether others could have something of this student's: what is private is nobody's business. */
export const hasBegun = (student: StudentFacts) =>
  student.comments.length + student.begun.length + student.evidence > 0;

type Told = Pick<Effect, "field" | "what"> & Partial<Omit<Effect, "touches" | "names" | "released">>;

/** The effect on these students; not serious unless it says so. */
export function effectOn(students: readonly StudentFacts[], told: Told): Effect {
  const names = students.map((student) => student.name).sort((a, b) => a.localeCompare(b));
  return {
    subject: null,
    from: null,
    to: null,
    serious: false,
    ...told,
    touches: students.length,
    names: names.slice(0, MOST_NAMES),
    released: students.filter((student) => student.grade === "released").length,
  };
}

/** The effect on these students, unless there are none. */
export const effectOnAny = (students: readonly StudentFacts[], told: Told): Effect[] =>
  students.length === 0 ? [] : [effectOn(students, told)];

/**
 * The same effects without names, where an assignment is graded blind: dates are given by name, so that whoever is told
 * by alias how long each has would know who is who.
 */
export const onOwnDates = (held: HeldFacts, effects: readonly Effect[]): Effect[] =>
  effects.map((effect) => (isBlind(held) ? { ...effect, names: [] } : effect));

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * What stands for having read the serious ones of these effects; null where none is. Changes with whatever is said of
 * them, and not with the order. It guards against oversight, not against malice.
 */
export function touchesDigest(effects: readonly Effect[]): string | null {
  const serious = effects.filter((effect) => effect.serious);
  if (serious.length === 0) return null;
  const said = serious
    .map(({ field, what, subject, from, to, touches, names, released }) =>
      JSON.stringify([field, what, subject, from, to, touches, names, released]),
    )
    .sort()
    .join("\n");
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(said)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
}
