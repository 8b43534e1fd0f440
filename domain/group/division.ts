import type { Id } from "@/domain/id";

/** A student as the rules of automatic groups know one. */
export interface Student {
  id: Id;
  /** Where they last said they stand; null where they have not said. */
  stance: string | null;
  /** Whether they have written in one of the set's rooms. */
  written: boolean;
}

export interface GroupRules {
  /** How many a group has at most. */
  size: number;
  /** No group of one mind: those who stand alike are spread. */
  mixed: boolean;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a: an order that looks like none and is the same wherever it is computed. */
export function drawOf(words: string): number {
  let hash = FNV_OFFSET;
  for (const unit of words) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), FNV_PRIME);
  return hash >>> 0;
}

/** As by lot, but by the same lot for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: string, keyOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item), draw: drawOf(`${seed}/${keyOf(item)}`) }))
    .sort((a, b) => a.draw - b.draw || (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Runs of students of one mind, each by lot, the minds by lot too; those who have not said come last. */
function byMind(students: readonly Student[], seed: string): Student[] {
  const minds = [...new Set(students.map(({ stance }) => stance))];
  const said = shuffled(
    minds.filter((mind) => mind !== null),
    seed,
    (mind) => mind,
  );
  return [...said, null].flatMap((mind) =>
    shuffled(
      students.filter(({ stance }) => stance === mind),
      seed,
      ({ id }) => id,
    ),
  );
}

/**
 * Divides students into as few groups of at most `size` as hold them all. Sizes differ by at most one; with `mixed`,
 * so does the number of those of one mind in each. The same students and seed give the same groups in whatever order
 * they are named. Dealing out a row like cards is what makes both true: of any run of neighbours no hand gets two more
 * than another.
 */
export function divide(students: readonly Student[], rules: GroupRules, seed: string): Student[][] {
  const row = rules.mixed ? byMind(students, seed) : shuffled(students, seed, ({ id }) => id);
  const count = Math.ceil(row.length / rules.size);
  return Array.from({ length: count }, (_, hand) => row.filter((_student, at) => at % count === hand));
}
