import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "./contest";
import { overlaps, type Place } from "./likeness";

/** A piece as far as two positions are held against one another. */
export interface VersusPiece extends Place {
  id: Id;
  positionId: Id;
  dimensionId: Id;
  relation: EvidenceRelation;
  /** How many found it helpful. */
  helpful: number;
}

export const sides = ["a", "b"] as const;
export type Side = (typeof sides)[number];

/** Where a position's evidence on a dimension points, by what takes a side. */
export type Lean = "for" | "against" | "even" | "none";

/** A passage that was recorded for both positions. */
export type Shared<Piece> = Record<Side, Piece[]>;

export interface VersusDimension<Piece> {
  dimensionId: Id;
  leans: Record<Side, Lean>;
  /** The one is borne out where the other is not. */
  apart: boolean;
  /** Passages that do the same to both positions. */
  agree: Record<EvidenceRelation, Shared<Piece>[]>;
  /** Passages that speak for the one and against the other. */
  differ: Shared<Piece>[];
  /** What was recorded for one of them alone. */
  only: Record<Side, Record<EvidenceRelation, Piece[]>>;
}

const byRelation = <Item>(): Record<EvidenceRelation, Item[]> => ({
  supports: [],
  qualifies: [],
  challenges: [],
});

const isOpposite = (one: EvidenceRelation, other: EvidenceRelation) =>
  one !== other && one !== "qualifies" && other !== "qualifies";

function leanOf(pieces: readonly VersusPiece[]): Lean {
  const pro = pieces.filter((piece) => piece.relation === "supports").length;
  const contra = pieces.filter((piece) => piece.relation === "challenges").length;
  if (pro === contra) return pro === 0 ? "none" : "even";
  return pro > contra ? "for" : "against";
}

const isApart = ({ a, b }: Record<Side, Lean>) =>
  (a === "for" && b === "against") || (a === "against" && b === "for");

/** The most helpful first; of two alike the one written first, as ids made in a browser are in order of time. */
const inOrder = <Piece extends VersusPiece>(pieces: Piece[]): Piece[] =>
  pieces.toSorted((one, other) => other.helpful - one.helpful || (one.id < other.id ? -1 : 1));

const weight = (shared: Shared<VersusPiece>) =>
  [...shared.a, ...shared.b].reduce((sum, piece) => sum + piece.helpful, 0);

const firstId = (shared: Shared<VersusPiece>) =>
  [...shared.a, ...shared.b].map((piece) => piece.id).toSorted()[0] ?? "";

const sharedInOrder = <Piece extends VersusPiece>(list: Shared<Piece>[]): Shared<Piece>[] =>
  list.toSorted((one, other) => weight(other) - weight(one) || (firstId(one) < firstId(other) ? -1 : 1));

interface Group<Piece> extends Shared<Piece> {
  opposed: boolean;
}

/**
 * Pieces that hang together: one of each position on overlapping words, with the same relation or with the opposite
 * one. What merely qualifies in one place and takes a side in the other says two things, not one.
 */
function groupsOf<Piece extends VersusPiece>(a: Piece[], b: Piece[]): Group<Piece>[] {
  const groups: Group<Piece>[] = [];
  const byParagraph = new Map<Id, Piece[]>();
  for (const piece of b) {
    byParagraph.set(piece.paragraphId, [...(byParagraph.get(piece.paragraphId) ?? []), piece]);
  }
  const of = new Map<Piece, Group<Piece>>();
  const groupOf = (piece: Piece, side: Side) => {
    const known = of.get(piece);
    if (known) return known;
    const made: Group<Piece> = { a: [], b: [], opposed: false };
    made[side].push(piece);
    groups.push(made);
    of.set(piece, made);
    return made;
  };
  const join = (one: Piece, other: Piece, opposed: boolean) => {
    const into = groupOf(one, "a");
    const from = groupOf(other, "b");
    into.opposed ||= opposed;
    if (into === from) return;
    into.opposed ||= from.opposed;
    into.a.push(...from.a);
    into.b.push(...from.b);
    for (const piece of [...from.a, ...from.b]) of.set(piece, into);
    groups.splice(groups.indexOf(from), 1);
  };
  for (const one of a) {
    groupOf(one, "a");
    for (const other of byParagraph.get(one.paragraphId) ?? []) {
      if (!overlaps(one, other)) continue;
      const opposed = isOpposite(one.relation, other.relation);
      if (opposed || one.relation === other.relation) join(one, other, opposed);
    }
  }
  for (const other of b) groupOf(other, "b");
  return groups;
}

/** Holds two positions against each other on one dimension. Every piece is in one place; of other pieces none is. */
export function versusOn<Piece extends VersusPiece>(
  dimensionId: Id,
  positions: Record<Side, Id>,
  all: readonly Piece[],
): VersusDimension<Piece> {
  const of = (side: Side) =>
    all.filter((piece) => piece.dimensionId === dimensionId && piece.positionId === positions[side]);
  const a = of("a");
  const b = of("b");
  const leans = { a: leanOf(a), b: leanOf(b) };
  const agree = byRelation<Shared<Piece>>();
  const differ: Shared<Piece>[] = [];
  const only = { a: byRelation<Piece>(), b: byRelation<Piece>() };
  for (const group of groupsOf(a, b)) {
    const shared = { a: inOrder(group.a), b: inOrder(group.b) };
    const [first] = group.a;
    if (group.opposed) differ.push(shared);
    else if (first && group.b.length > 0) agree[first.relation].push(shared);
    else for (const side of sides) for (const piece of shared[side]) only[side][piece.relation].push(piece);
  }
  const ordered = (lists: Record<EvidenceRelation, Piece[]>) => ({
    supports: inOrder(lists.supports),
    qualifies: inOrder(lists.qualifies),
    challenges: inOrder(lists.challenges),
  });
  return {
    dimensionId,
    leans,
    apart: isApart(leans),
    agree: {
      supports: sharedInOrder(agree.supports),
      qualifies: sharedInOrder(agree.qualifies),
      challenges: sharedInOrder(agree.challenges),
    },
    differ: sharedInOrder(differ),
    only: { a: ordered(only.a), b: ordered(only.b) },
  };
}
