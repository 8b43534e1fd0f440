import { can } from "@/domain/access/policy";
import type { Naming as AssignmentNaming } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { NoteSubject } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "@/server/adapters/db";
import { holdFiled } from "@/server/adapters/evidence-clusters";
import type { CourseAccess } from "./course-access";
import { findEvidence, refuseIn } from "./evidence";
import { findDifference } from "./term-difference";
import type { Naming } from "./voice";

/** What a thread hangs on, as one person finds it. */
export interface Subject {
  on: NoteSubject;
  /** What its notes have in common. */
  where: { evidenceId: Id } | { differenceId: Id };
  /** Where its events are logged; null for the course's desk. */
  roomId: Id | null;
  /** Where its writers get their aliases; null where they need none. */
  place: { id: Id; courseId: Id; names: AssignmentNaming; blind: boolean } | null;
  naming: Naming;
  /** Whether others' notes show. */
  showsOthers: boolean;
  /** Whether it takes this person's words. */
  takesWords: boolean;
  /** Says why it does not. */
  refuse: () => never;
  /** Keeps it in its place until the commit; whether it still is. */
  hold: (tx: Transaction) => Promise<boolean>;
}

/** Refuses `not-found` where it may not be seen. */
export function subjectOf(access: CourseAccess, on: NoteSubject, now: Date): Promise<Subject> {
  switch (on.kind) {
    case "evidence":
      return evidenceSubject(access, on, now);
    case "difference":
      return differenceSubject(access, on, now);
  }
}

async function evidenceSubject(access: CourseAccess, on: NoteSubject, now: Date): Promise<Subject> {
  const { row, facts, open, room } = await findEvidence(access, on.id, now);
  return {
    on,
    where: { evidenceId: row.id },
    roomId: row.roomId,
    place: { ...open.facts, courseId: access.courseId },
    naming: open.naming,
    showsOthers: open.showsOthers,
    takesWords: can(access.actor, "evidence.discuss", facts, room, now),
    refuse: () => (facts.deleted ? refuse({ code: "deleted" }) : refuseIn(access, open, now)),
    hold: (tx) => holdFiled(tx, row.id),
  };
}

/** A difference stands between two assignments: what is said under it is logged at the course's desk. */
async function differenceSubject(access: CourseAccess, on: NoteSubject, now: Date): Promise<Subject> {
  const { row, view, naming, named, showsOthers } = await findDifference(access, on.id, now);
  return {
    on,
    where: { differenceId: row.id },
    roomId: null,
    place: { ...named.facts, courseId: access.courseId },
    naming,
    showsOthers,
    takesWords: view.can.discuss,
    refuse: () => refuse({ code: "not-allowed" }),
    hold: async (tx) => {
      const held = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "TermDifference" WHERE id = ${row.id}::uuid AND "deletedAt" IS NULL FOR SHARE`;
      return held.length > 0;
    },
  };
}
