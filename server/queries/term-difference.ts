import { isStaff } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type OpenAssignment, openAssignments } from "./openness";
import { type Naming, type VoiceRow, voiceFields, voiceOf } from "./voice";

/** One of the two uses that a difference is about. */
export interface DifferenceSide {
  readingId: Id;
  /** The reading's number and title. */
  reading: number;
  title: string;
  paragraphId: Id;
  paragraph: number | null;
}

export interface DifferenceView {
  id: Id;
  claim: string;
  author: Voice;
  mine: boolean;
  createdAt: Date;
  left: DifferenceSide;
  right: DifferenceSide;
  /** How many notes stand in its thread. */
  notes: number;
  can: { delete: boolean; discuss: boolean };
}

const reading = { select: { id: true, position: true, version: { select: { title: true } } } } as const;
const paragraph = { select: { id: true, number: true } } as const;

export const differenceSelect = {
  id: true,
  claim: true,
  authorId: true,
  createdAt: true,
  author: voiceFields,
  leftReading: reading,
  leftParagraph: paragraph,
  rightReading: reading,
  rightParagraph: paragraph,
  _count: { select: { notes: { where: { deletedAt: null } } } },
} as const satisfies Prisma.TermDifferenceSelect;

export const differenceFields = {
  where: { deletedAt: null },
  orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  select: differenceSelect,
} as const satisfies Prisma.Term$differencesArgs;

interface ReadingRow {
  id: Id;
  position: number;
  version: { title: string };
}

interface DifferenceRow {
  id: Id;
  claim: string;
  authorId: Id;
  createdAt: Date;
  author: VoiceRow;
  leftReading: ReadingRow;
  leftParagraph: { id: Id; number: number | null };
  rightReading: ReadingRow;
  rightParagraph: { id: Id; number: number | null };
  _count: { notes: number };
}

/** A difference that may be seen, and under what names. */
export interface SeenDifference {
  row: DifferenceRow;
  naming: Naming;
  /** Whether others' notes show; to its author a difference shows in any case. */
  showsOthers: boolean;
  /** The assignment whose names hold. */
  named: OpenAssignment;
}

/**
 * Who sees a difference between two readings: whoever may enter the assignments of both and is shown others' words in
 * both; its author whatever is shown. Where this person is told aliases in one of the two, they hold; else where
 * classmates are.
 */
export const visibleDifferences = (
  access: CourseAccess,
  rows: readonly DifferenceRow[],
  open: readonly OpenAssignment[],
): SeenDifference[] => {
  const holds = (id: Id) => open.find(({ readings }) => readings.some((each) => each.id === id));
  return rows.flatMap((row) => {
    const left = holds(row.leftReading.id);
    const right = holds(row.rightReading.id);
    if (!left || !right) return [];
    const showsOthers = left.showsOthers && right.showsOthers;
    if (row.authorId !== access.actor.membershipId && !showsOthers) return [];
    const sides = [left, right];
    const named =
      sides.find(({ naming }) => naming.hidden) ??
      sides.find(({ naming }) => naming.names === "pseudonyms") ??
      right;
    return [{ row, naming: named.naming, showsOthers, named }];
  });
};

const sideOf = (
  { id, position, version }: ReadingRow,
  place: { id: Id; number: number | null },
): DifferenceSide => ({
  readingId: id,
  reading: position,
  title: version.title,
  paragraphId: place.id,
  paragraph: place.number,
});

export function differenceView(
  access: CourseAccess,
  { row, naming, showsOthers }: SeenDifference,
): DifferenceView {
  const { actor } = access;
  const mine = row.authorId === actor.membershipId;
  const discuss = can(actor, "term.discuss");
  // With it goes what is said under it: where that is others' words, or may be, it is for staff to decide.
  const isAlone = showsOthers && row._count.notes === 0;
  return {
    id: row.id,
    claim: row.claim,
    author: voiceOf(naming, row.author),
    mine,
    createdAt: row.createdAt,
    left: sideOf(row.leftReading, row.leftParagraph),
    right: sideOf(row.rightReading, row.rightParagraph),
    // Others' notes are others' words.
    notes: showsOthers ? row._count.notes : 0,
    can: { delete: discuss && (isStaff(actor) || (mine && isAlone)), discuss },
  };
}

/** A difference that this person sees. Three statements. Refuses `not-found`. */
export async function findDifference(access: CourseAccess, id: Id, now: Date) {
  const open = await openAssignments(access, now);
  const row = await db().termDifference.findFirst({
    where: { id, courseId: access.courseId, deletedAt: null },
    select: { ...differenceSelect, termId: true },
  });
  const seen = row && visibleDifferences(access, [row], open)[0];
  if (!row || !seen) refuse({ code: "not-found" });
  return { ...seen, termId: row.termId, view: differenceView(access, seen) };
}
