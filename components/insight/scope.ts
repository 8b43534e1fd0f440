import type { Choices, ScopeReading } from "./shapes";

/** What the page looks at. Null: all of it. */
export interface Scope {
  assignmentId: string | null;
  sectionId: string | null;
}

export interface Place extends Scope {
  /** The reading whose heat is shown; null where there is none. */
  reading: ScopeReading | null;
}

const names = { assignment: "assignment", section: "section", reading: "reading" } as const;

/** What the address can say: an assignment, a section, the number of a reading. */
export interface Wanted {
  assignment: string | null;
  section: string | null;
  reading: string | null;
}

export const wantedFrom = (get: (name: string) => string | null): Wanted => ({
  assignment: get(names.assignment),
  section: get(names.section),
  reading: get(names.reading),
});

/** The readings of an assignment, or of all. */
export const readingsIn = ({ assignments }: Choices, assignmentId: string | null): ScopeReading[] =>
  assignments
    .filter(({ id }) => assignmentId === null || id === assignmentId)
    .flatMap((each) => each.readings);

/**
 * Where the page stands, for what its address asks for; what is not there is passed over. With no reading asked for it
 * is the one that is talked of most.
 */
export function placeFor(choices: Choices, wanted: Wanted): Place {
  const assignmentId = choices.assignments.find(({ id }) => id === wanted.assignment)?.id ?? null;
  const sectionId = choices.sections.find(({ id }) => id === wanted.section)?.id ?? null;
  const readings = readingsIn(choices, assignmentId);
  const most = readings.reduce<ScopeReading | null>(
    (found, reading) => (found && found.comments >= reading.comments ? found : reading),
    null,
  );
  const asked = readings.find(({ number }) => String(number) === wanted.reading);
  return { assignmentId, sectionId, reading: asked ?? most };
}

/** The address's question for a place, beginning with `?`; empty for the page as it is first shown. */
export function addressOf({ assignment, section, reading }: Wanted): string {
  const params = new URLSearchParams();
  if (assignment) params.set(names.assignment, assignment);
  if (section) params.set(names.section, section);
  if (reading) params.set(names.reading, reading);
  const said = params.toString();
  return said && `?${said}`;
}
