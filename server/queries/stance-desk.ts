import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type PositionView, positionFields } from "./frame";
import { openAssignments } from "./openness";
import { ownStances, type StanceView } from "./stance";

export interface StanceDesk {
  /** Whether it is this person's to say where they stand. */
  mayTake: boolean;
  /** This person's membership, under which what they write is kept on their device. */
  me: Id;
  timeZone: string;
  positions: PositionView[];
  /** The readings that are open to this person: after any of them a stance can be stated. */
  readings: { id: Id; number: number; title: string }[];
  stances: StanceView[];
}

/** All that stating a stance needs, wherever on the site it is done. Four statements. */
export async function stanceDesk(access: CourseAccess, now: Date): Promise<StanceDesk> {
  const [positions, open, stances] = await Promise.all([
    db().position.findMany({ ...positionFields, where: { courseId: access.courseId, removedAt: null } }),
    openAssignments(access, now),
    ownStances(access),
  ]);
  return {
    mayTake: can(access.actor, "stance.take"),
    me: access.actor.membershipId,
    timeZone: access.timeZone,
    positions,
    readings: open.flatMap(({ readings }) =>
      readings.map(({ id, number, title }) => ({ id, number, title })),
    ),
    stances,
  };
}
