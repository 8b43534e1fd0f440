import type { QueueStudent } from "@/components/grading/grading-types";

export const shows = ["all", "ungraded", "late", "changed", "asked"] as const;
/** Who of the queue is shown: those without a grade, those who were late, whose work changed since, who asked again. */
export type Show = (typeof shows)[number];

export const orders = ["student", "group", "prompt"] as const;
export type Order = (typeof orders)[number];

export interface QueueChoice {
  show: Show;
  /** Only those who are shared out to oneself. */
  mine: boolean;
}

/** What the queue is sorted out by. */
export type Queued = Pick<
  QueueStudent,
  "id" | "name" | "group" | "state" | "complete" | "lateBy" | "askedAt" | "changedSince" | "graderId"
>;

const isShown: Record<Show, (student: Queued) => boolean> = {
  all: () => true,
  ungraded: ({ state, complete }) =>
    state === "todo" || ((state === "draft" || state === "recalled") && !complete),
  late: ({ lateBy }) => lateBy > 0,
  changed: ({ changedSince }) => changedSince,
  asked: ({ askedAt }) => askedAt !== null,
};

/** The students that are chosen, in the queue's order. The one at hand stays, though they no longer fit. */
export const chosenFrom = <Student extends Queued>(
  students: readonly Student[],
  { show, mine }: QueueChoice,
  meId: string,
  currentId: string | null,
): Student[] =>
  students.filter(
    (student) => student.id === currentId || (isShown[show](student) && (!mine || student.graderId === meId)),
  );

/** How many each choice would show. */
export const countsOf = (students: readonly Queued[], mine: boolean, meId: string): Record<Show, number> => {
  const whose = mine ? students.filter((student) => student.graderId === meId) : students;
  const count = (show: Show) => whose.filter(isShown[show]).length;
  return {
    all: count("all"),
    ungraded: count("ungraded"),
    late: count("late"),
    changed: count("changed"),
    asked: count("asked"),
  };
};

export interface Section<Student> {
  /** Null: those outside any group, or no groups at all. */
  group: string | null;
  students: Student[];
}

/** By student: one list by name. By group: a list for each group, in their order. */
export function sectionsOf<Student extends Queued>(
  students: readonly Student[],
  order: "student" | "group",
  language: string,
): Section<Student>[] {
  if (order === "student") {
    const names = new Intl.Collator(language, { numeric: true });
    const sorted = [...students].sort((one, other) => names.compare(one.name, other.name));
    return sorted.length > 0 ? [{ group: null, students: sorted }] : [];
  }
  const sections: Section<Student>[] = [];
  for (const student of students) {
    const last = sections.at(-1);
    if (last && last.group === student.group) last.students.push(student);
    else sections.push({ group: student.group, students: [student] });
  }
  return sections;
}

/** Those before and after somebody, nearest first: whom to fetch ahead. */
export function around(
  ids: readonly string[],
  currentId: string | null,
): { next: string[]; previous: string[] } {
  const at = currentId === null ? -1 : ids.indexOf(currentId);
  if (at < 0) return { next: ids.slice(0, 2), previous: [] };
  return { next: ids.slice(at + 1, at + 3), previous: ids.slice(Math.max(0, at - 1), at) };
}

const moved = (state: Queued["state"]) => state === "draft" || state === "released" || state === "recalled";

/** How many have a grade begun, of how many there are to grade. */
export const progressOf = (students: readonly Queued[]) => ({
  done: students.filter((student) => moved(student.state)).length,
  all: students.filter((student) => student.state !== "none").length,
});

/** How many students are shared out to each grader. */
export function sharesOf(students: readonly Pick<Queued, "graderId">[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { graderId } of students) {
    if (graderId) shares[graderId] = (shares[graderId] ?? 0) + 1;
  }
  return shares;
}
