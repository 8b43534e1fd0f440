import { dayOf } from "./days";
import type { Choices } from "./shapes";

export interface DueDay {
  /** On the course's calendar, as 2026-11-22. */
  day: string;
  assignments: Choices["assignments"];
}

/** The days on which something is due, in order, with what. Extensions are not told. */
export function dueDaysOf({ assignments }: Choices, assignmentId: string | null, timeZone: string): DueDay[] {
  const days = new Map<string, DueDay>();
  for (const assignment of assignments) {
    if (assignmentId !== null && assignment.id !== assignmentId) continue;
    const day = dayOf(assignment.dueAt, timeZone);
    const found = days.get(day) ?? { day, assignments: [] };
    found.assignments.push(assignment);
    days.set(day, found);
  }
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}
