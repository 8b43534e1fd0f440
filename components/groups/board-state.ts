import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type GroupsPage = inferRouterOutputs<AppRouter>["group"]["page"];
export type GroupSet = GroupsPage["sets"][number];
export type Student = GroupsPage["students"][number];

/** What the board shows: the sections, or one way of dividing the class. */
export type View = "sections" | string;

export interface Column {
  /** Null: in none. */
  id: string | null;
  name: string;
  people: Student[];
}

export interface Move {
  studentId: string;
  fromId: string | null;
  toId: string | null;
}

export const standingGroups = (set: GroupSet) => set.groups.filter(({ dissolved }) => !dissolved);

/** The groups in which nobody stands any more. */
export const formerGroups = (set: GroupSet) => set.groups.filter(({ dissolved }) => dissolved);

const withLoose = (columns: Column[], loose: Student[], looseName: string): Column[] =>
  loose.length > 0 ? [{ id: null, name: looseName, people: loose }, ...columns] : columns;

/** The sections as columns, with those who are in none before them. */
export function sectionColumns({ sections, students }: GroupsPage, looseName: string): Column[] {
  const columns = sections.map(({ id, name }) => ({
    id,
    name,
    people: students.filter(({ sectionId }) => sectionId === id),
  }));
  const known = new Set(sections.map(({ id }) => id));
  return withLoose(
    columns,
    students.filter(({ sectionId }) => sectionId === null || !known.has(sectionId)),
    looseName,
  );
}

/** A set's groups as columns, with those who are in none before them. */
export function setColumns({ students }: GroupsPage, set: GroupSet, looseName: string): Column[] {
  const byId = new Map(students.map((student) => [student.id, student]));
  const columns = standingGroups(set).map(({ id, name, members }) => ({
    id,
    name,
    people: members.flatMap((member) => byId.get(member.id) ?? []),
  }));
  const placed = new Set(columns.flatMap(({ people }) => people.map((person) => person.id)));
  return withLoose(
    columns,
    students.filter(({ id }) => !placed.has(id)),
    looseName,
  );
}

export const NO_POSITION = "none";

export interface MixPart {
  /** A position's id, `none` for none of them, `gone` for one that left the frame, null: not said. */
  stance: string | null;
  count: number;
}

/** How a group's people stand, in the order of the frame; then those of no position, then who has not said. */
export function mixOf(people: readonly Student[], positions: readonly { id: string }[]): MixPart[] {
  const known = new Set(positions.map(({ id }) => id));
  const standing = ({ stance }: Student) =>
    stance === null || stance === NO_POSITION || known.has(stance) ? stance : "gone";
  const order: (string | null)[] = [...positions.map(({ id }) => id), "gone", NO_POSITION, null];
  return order
    .map((stance) => ({ stance, count: people.filter((person) => standing(person) === stance).length }))
    .filter(({ count }) => count > 0);
}

/** Two or more, all at one position. */
export const isOfOneMind = (mix: readonly MixPart[]) =>
  mix.length === 1 && (mix[0]?.count ?? 0) > 1 && mix[0]?.stance !== null && mix[0]?.stance !== NO_POSITION;

/** The page after one student has moved within a set: shown before the server has said so. */
export function withMoved(page: GroupsPage, setId: string, move: Move): GroupsPage {
  const student = page.students.find(({ id }) => id === move.studentId);
  if (!student) return page;
  const { id, name } = student;
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
  return {
    ...page,
    sets: page.sets.map((set) =>
      set.id === setId
        ? {
            ...set,
            groups: set.groups.map((group) => {
              const others = group.members.filter((member) => member.id !== id);
              return group.id === move.toId
                ? { ...group, members: [...others, { id, name }].sort(byName) }
                : { ...group, members: others };
            }),
          }
        : set,
    ),
  };
}

/** The page after one student has gone to another section. */
export const withSection = (page: GroupsPage, move: Move): GroupsPage => ({
  ...page,
  students: page.students.map((student) =>
    student.id === move.studentId ? { ...student, sectionId: move.toId } : student,
  ),
});

/** The page with a set as the server has it now. */
export const withSet = (page: GroupsPage, set: GroupSet): GroupsPage => ({
  ...page,
  sets: page.sets.some(({ id }) => id === set.id)
    ? page.sets.map((each) => (each.id === set.id ? set : each))
    : [...page.sets, set].sort((one, other) => one.name.localeCompare(other.name)),
});

/** Whether somebody's name holds all that was typed. */
export const isFound = (name: string, words: string) =>
  name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
