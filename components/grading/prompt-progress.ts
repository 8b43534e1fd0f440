import type { Marks } from "@/domain/grading/measure";

interface Answered {
  id: string;
  grade: { marks: Marks } | null;
}

/** Whether somebody has a level on each of these criteria. */
export const isMarkedOn = (criteria: readonly { id: string }[], marks: Marks): boolean =>
  criteria.every((criterion) => marks[criterion.id] !== undefined);

/** How many of those who answered still want a level, by criterion; under "all" on any of them. */
export function leftOf(
  students: readonly Answered[],
  criteria: readonly { id: string }[],
): Record<string, number> {
  const left = (wanted: readonly { id: string }[]) =>
    students.filter((student) => !isMarkedOn(wanted, student.grade?.marks ?? {})).length;
  return {
    all: left(criteria),
    ...Object.fromEntries(criteria.map((criterion) => [criterion.id, left([criterion])])),
  };
}
