import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";

export const DESK_BATCH = 200;

/** What happened in a course beside its discussions. */
export interface DeskEvent {
  seq: number;
  type: string;
  subjectId: Id;
  payload: unknown;
}

export const deskEventsAfter = (roomId: Id, seq: number): Promise<DeskEvent[]> =>
  db().event.findMany({
    where: { roomId, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take: DESK_BATCH,
    select: { seq: true, type: true, subjectId: true, payload: true },
  });

const assignmentNamed = ({ payload }: DeskEvent): unknown =>
  typeof payload === "object" && payload ? Reflect.get(payload, "assignmentId") : null;

/** Where somebody reads, as far as the desk's events bear on it. */
export interface DeskPlace {
  membershipId: Id;
  isStudent: boolean;
  assignmentId: Id;
  /** Of the assignment's way of dividing the class. */
  groupSetId: Id | null;
}

/** Whether an event may have changed what somebody in this place may see. */
export function concerns(event: DeskEvent, place: DeskPlace): boolean {
  if (event.type === "groups.joined") return event.subjectId === place.membershipId;
  // A student may have the dates of a group of any set, also where the assignment is divided by another.
  if (event.type === "groups.saved") return place.isStudent || event.subjectId === place.groupSetId;
  // Sets that follow the sections change with them.
  if (event.type.startsWith("section.")) return place.isStudent || place.groupSetId !== null;
  if (event.type.startsWith("member.")) return event.subjectId === place.membershipId;
  if (event.type.startsWith("extension.")) return assignmentNamed(event) === place.assignmentId;
  return event.type.startsWith("assignment.") && event.subjectId === place.assignmentId;
}
