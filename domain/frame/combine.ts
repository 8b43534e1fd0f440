import type { DimensionDraft, FrameDraft, PositionDraft } from "./frame";

type Item = PositionDraft | DimensionDraft;

/** One thing on which two people's frames differ. */
export interface Difference<One extends Item> {
  id: string;
  /** Null: not there. */
  base: One | null;
  mine: One | null;
  theirs: One | null;
  /** Whether both changed it; otherwise only one did, and that one's is proposed. */
  both: boolean;
  /** Whose is proposed. */
  proposed: "mine" | "theirs";
}

export interface Differences {
  positions: Difference<PositionDraft>[];
  dimensions: Difference<DimensionDraft>[];
  /** Whether the order of what stands in both differs. */
  order: boolean;
}

/** Field by field, in whatever order the fields stand. */
const isSame = (one: Item | null, other: Item | null) => {
  if (!one || !other) return one === other;
  return Object.entries(one).every(([field, value]) => Reflect.get(other, field) === value);
};

const byId = <One extends Item>(items: readonly One[]) => new Map(items.map((item) => [item.id, item]));

function compare<One extends Item>(base: One[], mine: One[], theirs: One[]): Difference<One>[] {
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
  return [...new Set([...other.keys(), ...own.keys()])].flatMap((id) => {
    const item = { base: was.get(id) ?? null, mine: own.get(id) ?? null, theirs: other.get(id) ?? null };
    if (isSame(item.mine, item.theirs)) return [];
    const mineChanged = !isSame(item.base, item.mine);
    const theirsChanged = !isSame(item.base, item.theirs);
    const proposed = mineChanged ? ("mine" as const) : ("theirs" as const);
    return [{ id, ...item, both: mineChanged && theirsChanged, proposed }];
  });
}

const sequence = (items: readonly Item[], among: ReadonlySet<string>) =>
  items.flatMap(({ id }) => (among.has(id) ? [id] : [])).join();

function isOrderedElsewise(mine: readonly Item[], theirs: readonly Item[]): boolean {
  const own = new Set(mine.map(({ id }) => id));
  const shared = new Set(theirs.flatMap(({ id }) => (own.has(id) ? [id] : [])));
  return sequence(mine, shared) !== sequence(theirs, shared);
}

/** In what my frame and theirs differ, both made from `base`. */
export const differencesOf = (base: FrameDraft, mine: FrameDraft, theirs: FrameDraft): Differences => ({
  positions: compare(base.positions, mine.positions, theirs.positions),
  dimensions: compare(base.dimensions, mine.dimensions, theirs.dimensions),
  order:
    isOrderedElsewise(mine.positions, theirs.positions) ||
    isOrderedElsewise(mine.dimensions, theirs.dimensions),
});

export type Choices = ReadonlyMap<string, "mine" | "theirs">;

function joined<One extends Item>(
  mine: One[],
  theirs: One[],
  differences: Difference<One>[],
  choices: Choices,
  order: "mine" | "theirs",
): One[] {
  const differing = new Map(differences.map((difference) => [difference.id, difference]));
  const own = byId(mine);
  const [leading, following] = order === "mine" ? [mine, theirs] : [theirs, mine];
  const ids = [...new Set([...leading, ...following].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const difference = differing.get(id);
    const item = difference ? difference[choices.get(id) ?? difference.proposed] : own.get(id);
    return item ? [item] : [];
  });
}

/**
 * One frame of two: of each thing on which they differ the one that was chosen, or else the one proposed; in the order
 * of mine or of theirs, with what only the other has at the end.
 */
export function combine(
  frames: { base: FrameDraft; mine: FrameDraft; theirs: FrameDraft },
  choices: Choices,
  order: "mine" | "theirs",
): FrameDraft {
  const { base, mine, theirs } = frames;
  const { positions, dimensions } = differencesOf(base, mine, theirs);
  return {
    positions: joined(mine.positions, theirs.positions, positions, choices, order),
    dimensions: joined(mine.dimensions, theirs.dimensions, dimensions, choices, order),
  };
}
