import { type Change, effectOnAny, onOwnDates, type StudentFacts } from "./effect";
import type { Effect } from "./effect-shape";

const told = (from: Date, to: Date) => ({ from: from.toISOString(), to: to.toISOString() });

function opening({ held, draft, students, now }: Change): Effect[] {
  const from = held.opensAt;
  const to = draft.opensAt;
  if (from.getTime() === to.getTime() || (from <= now && to <= now)) return [];
  const how = { field: "opensAt" as const, ...told(from, to) };
  if (from <= now) return effectOnAny(students, { ...how, what: "shuts-again", serious: true });
  return effectOnAny(students, { ...how, what: to < from ? "opens-sooner" : "opens-later" });
}

/** Whoever was given other dates keeps them. */
function ending({ held, draft, students }: Change, field: "dueAt" | "closesAt"): Effect[] {
  const from = held[field];
  const to = draft[field];
  if (from.getTime() === to.getTime()) return [];
  const touched = students.filter((student) => student.extension === null);
  const isSooner = to < from;
  return effectOnAny(touched, {
    field,
    what: isSooner ? "less-time" : "more-time",
    ...told(from, to),
    serious: isSooner,
  });
}

/** A longer time, to hand in or until it is taken no more, that would be shorter than everybody's. */
function extensions({ held, draft, students }: Change): Effect[] {
  const isCut = ({ extension }: StudentFacts) =>
    extension !== null &&
    (["dueAt", "closesAt"] as const).some(
      (date) => extension[date] >= held[date] && extension[date] < draft[date],
    );
  const date = held.dueAt < draft.dueAt ? "dueAt" : "closesAt";
  return effectOnAny(students.filter(isCut), {
    field: "extensions",
    what: "extension-cut",
    ...told(held[date], draft[date]),
    serious: true,
  });
}

function lateness({ held, draft, students }: Change): Effect[] {
  const isLate = (student: StudentFacts, dueAt: Date) =>
    student.handedInAt !== null && student.handedInAt > (student.extension?.dueAt ?? dueAt);
  const goes = (student: StudentFacts, late: boolean) =>
    isLate(student, held.dueAt) !== late && isLate(student, draft.dueAt) === late;
  const how = { field: "dueAt" as const, ...told(held.dueAt, draft.dueAt) };
  return [
    ...effectOnAny(
      students.filter((student) => goes(student, true)),
      { ...how, what: "becomes-late", serious: true },
    ),
    ...effectOnAny(
      students.filter((student) => goes(student, false)),
      { ...how, what: "no-longer-late" },
    ),
  ];
}

/** Who gets more time or less, and whose work would be late that was not. */
export const dateEffects = (change: Change): Effect[] => [
  ...opening(change),
  ...onOwnDates(change.held, [
    ...ending(change, "dueAt"),
    ...ending(change, "closesAt"),
    ...extensions(change),
    ...lateness(change),
  ]),
];
