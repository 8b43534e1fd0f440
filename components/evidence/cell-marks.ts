import { type EvidenceRelation, evidenceRelations, type Tally } from "@/domain/prompt/contest";

/** More squares than this say nothing that the figure does not. */
export const MOST_MARKS = 24;

/**
 * The squares that stand for a cell's passages, in the order of the relations. Beyond `most` each relation keeps its
 * share, and none that is there vanishes; `more` is how many are not drawn.
 */
export function marksOf(tally: Tally, most = MOST_MARKS): { marks: EvidenceRelation[]; more: number } {
  const total = evidenceRelations.reduce((sum, relation) => sum + tally[relation], 0);
  const drawn = Math.min(total, most);
  const shares = new Map(evidenceRelations.map((relation) => [relation, tally[relation]]));
  if (total > most) {
    const exact = (relation: EvidenceRelation) => (tally[relation] * most) / total;
    for (const relation of evidenceRelations) {
      shares.set(relation, tally[relation] > 0 ? Math.max(1, Math.floor(exact(relation))) : 0);
    }
    const sum = () => [...shares.values()].reduce((a, b) => a + b, 0);
    const distance = (relation: EvidenceRelation) => exact(relation) - (shares.get(relation) ?? 0);
    while (sum() !== most) {
      const by = sum() < most ? 1 : -1;
      const [next] = evidenceRelations
        .filter((relation) => tally[relation] > 0 && (shares.get(relation) ?? 0) + by > 0)
        .toSorted((a, b) => by * (distance(b) - distance(a)));
      if (!next) break;
      shares.set(next, (shares.get(next) ?? 0) + by);
    }
  }
  const marks = evidenceRelations.flatMap((relation) =>
    Array.from({ length: shares.get(relation) ?? 0 }, () => relation),
  );
  return { marks, more: total - drawn };
}

/** The class of a relation's square: full, half, struck through. */
export const markOf = { supports: "s", qualifies: "q", challenges: "c" } as const satisfies Record<
  EvidenceRelation,
  string
>;
