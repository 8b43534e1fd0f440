import { grouped } from "./grouped";
import type { Replies } from "./shapes";

export type Person = Replies["people"][number];

/** A row of the picture: somebody, or a whole group that is folded. */
export interface NetRow {
  key: string;
  person: Person | null;
  group: string;
  /** The keys of whom it stands for. */
  members: string[];
  given: number;
  received: number;
  /** Another group begins with it. */
  begins: boolean;
}

export interface Arc {
  one: string;
  other: string;
  count: number;
  /** Between two groups. */
  across: boolean;
}

/** Who has no group, and who teaches. */
export const NO_GROUP = "";
export const STAFF = " staff";

export const groupOf = (person: Person): string =>
  person.role === "student" ? (person.group ?? NO_GROUP) : STAFF;

/** A class of more than this is shown by its groups, each of which unfolds. */
export const MOST_ROWS = 40;

/** The groups by name, with their people; who has none comes after them, and staff last. */
export function groupsOf(people: readonly Person[]): { group: string; people: Person[] }[] {
  const groups = grouped(people, groupOf);
  const last = (group: string) => (group === STAFF ? 2 : group === NO_GROUP ? 1 : 0);
  return [...groups]
    .map(([group, members]) => ({ group, people: members }))
    .toSorted(
      (one, other) =>
        last(one.group) - last(other.group) ||
        one.group.localeCompare(other.group, undefined, { numeric: true }),
    );
}

/** The rows of the picture, group by group. A folded group is one row; `open` are those that are not. */
export function rowsOf({ people, talkers }: Replies, open: ReadonlySet<string>): NetRow[] {
  const known = new Map(talkers.map((talker) => [talker.id, talker]));
  const sum = (of: readonly Person[], what: "given" | "received") =>
    of.reduce((all, { key }) => all + (known.get(key)?.[what] ?? 0), 0);
  return groupsOf(people).flatMap(({ group, people: members }, index): NetRow[] => {
    const row = (of: Person[], person: Person | null, begins: boolean): NetRow => ({
      key: person?.key ?? `group ${group}`,
      person,
      group,
      members: of.map(({ key }) => key),
      given: sum(of, "given"),
      received: sum(of, "received"),
      begins,
    });
    return open.has(group)
      ? members.map((member, at) => row([member], member, at === 0 && index > 0))
      : [row(members, null, index > 0)];
  });
}

/** With whom beyond the row itself, and how many replies passed, in both directions; the most first. */
export function partnersOf(
  { members }: NetRow,
  { people, ties }: Replies,
): { person: Person; count: number }[] {
  const own = new Set(members);
  const counts = new Map<string, number>();
  for (const { from, to, count } of ties) {
    if (own.has(from) === own.has(to)) continue;
    const other = own.has(from) ? to : from;
    counts.set(other, (counts.get(other) ?? 0) + count);
  }
  return people
    .flatMap((person) => {
      const count = counts.get(person.key);
      return count === undefined ? [] : [{ person, count }];
    })
    .toSorted((one, other) => other.count - one.count);
}

/** Replies between two rows, in both directions together. What passes within a folded group is not drawn. */
export function arcsOf(rows: readonly NetRow[], ties: Replies["ties"]): Arc[] {
  const rowOf = new Map(rows.flatMap((row) => row.members.map((member) => [member, row] as const)));
  const place = new Map(rows.map(({ key }, index) => [key, index]));
  const arcs = new Map<string, Arc>();
  for (const { from, to, count } of ties) {
    const [giver, receiver] = [rowOf.get(from), rowOf.get(to)];
    if (!giver || !receiver || giver === receiver) continue;
    const isInOrder = (place.get(giver.key) ?? 0) < (place.get(receiver.key) ?? 0);
    const [one, other] = isInOrder ? [giver, receiver] : [receiver, giver];
    const key = `${one.key}/${other.key}`;
    const arc = arcs.get(key) ?? {
      one: one.key,
      other: other.key,
      count: 0,
      across: one.group !== other.group,
    };
    arc.count += count;
    arcs.set(key, arc);
  }
  return [...arcs.values()].toSorted((one, other) => one.count - other.count);
}

/** How each person's replies divide over the groups, and whom nobody has answered. */
export function talkOf({ people, ties, talkers }: Replies) {
  const groups = new Map(people.map((person) => [person.key, groupOf(person)]));
  const across = new Map<string, number>();
  let [all, crossing] = [0, 0];
  for (const { from, to, count } of ties) {
    all += count;
    if (groups.get(from) === groups.get(to)) continue;
    crossing += count;
    across.set(from, (across.get(from) ?? 0) + count);
  }
  const known = new Map(talkers.map((talker) => [talker.id, talker]));
  const students = people.filter(({ role }) => role === "student");
  const without = (what: "given" | "received") => students.filter(({ key }) => !known.get(key)?.[what]);
  const [unanswered, silent] = [without("received"), without("given")];
  return { all, crossing, across, known, unanswered, silent };
}
