import type { EvidenceRelation } from "@/domain/prompt/contest";

const marks = { supports: "ev s", qualifies: "ev q", challenges: "ev c" } as const;

/** Full, half, struck through: as in the matrix. */
export function RelationMark({ relation }: { relation: EvidenceRelation }) {
  return <i className={marks[relation]} aria-hidden />;
}
