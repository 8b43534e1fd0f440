import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { CourseAccess } from "./course-access";
import { type OpenAssignment, type OpenReading, openAssignments } from "./openness";
import type { EnteredReadings } from "./scope";

/** The course's open assignments as lists over its readings ask for them. */
export interface Openings extends EnteredReadings {
  all: readonly OpenAssignment[];
  readings: readonly OpenReading[];
  /** The assignment of a reading that is open; refuses `not-found` for another. */
  of: (readingId: Id) => OpenAssignment;
}

/** Two statements. */
export async function openingsOf(access: CourseAccess, now: Date): Promise<Openings> {
  const all = await openAssignments(access, now);
  const readings = all
    .flatMap((assignment) => assignment.readings)
    .toSorted((one, other) => one.number - other.number);
  const byReading = new Map(
    all.flatMap((assignment) => assignment.readings.map((reading) => [reading.id, assignment] as const)),
  );
  return {
    all,
    readings,
    entered: readings.map((reading) => reading.id),
    shown: all.filter((each) => each.showsOthers).flatMap((each) => each.readings.map(({ id }) => id)),
    of: (readingId) => byReading.get(readingId) ?? refuse({ code: "not-found" }),
  };
}
