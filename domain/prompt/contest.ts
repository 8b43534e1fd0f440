export const evidenceRelations = ["supports", "qualifies", "challenges"] as const;
export type EvidenceRelation = (typeof evidenceRelations)[number];

/** How evenly a cell's passages are split: 0 agreed, 1 nearly agreed, 2 some dispute, 3 contested, 4 evenly split. */
export type Contest = 0 | 1 | 2 | 3 | 4;

export type Tally = Record<EvidenceRelation, number>;

export function tallyOf(relations: readonly EvidenceRelation[]): Tally {
  const tally: Tally = { supports: 0, qualifies: 0, challenges: 0 };
  for (const relation of relations) tally[relation]++;
  return tally;
}

/** Read from the smaller camp's share of those that take a side; what only qualifies takes none. */
export function contestOf({ supports, challenges }: Tally): Contest {
  const sided = supports + challenges;
  const smaller = Math.min(supports, challenges);
  if (smaller === 0) return 0;
  const share = smaller / sided;
  if (share <= 0.2) return 1;
  if (share <= 0.35) return 2;
  return share < 0.44 ? 3 : 4;
}
