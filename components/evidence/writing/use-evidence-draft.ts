"use client";

import { useMemo } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { passage } from "@/domain/anchor/passage";
import { evidenceRelations } from "@/domain/prompt/contest";

const shape = z.object({
  readingId: z.string().nullable(),
  paragraphId: z.string().nullable(),
  passage: passage.nullable(),
  claim: z.string(),
  relation: z.enum(evidenceRelations),
  positionId: z.string().nullable(),
  dimensionId: z.string().nullable(),
});
export type EvidenceDraft = z.infer<typeof shape>;

function parse(kept: string): EvidenceDraft | null {
  if (kept === "") return null;
  try {
    return shape.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

/** A piece being written for a place in the matrix: kept on this device, whole, until the server has it. */
export function useEvidenceDraft(meId: string, place: { positionId: string; dimensionId: string } | null) {
  const where = place ? `${place.positionId}.${place.dimensionId}` : "new";
  const [kept, keep, state] = useDraft(`${meId}.evidence.${where}`);
  const draft = useMemo(
    (): EvidenceDraft =>
      parse(kept) ?? {
        readingId: null,
        paragraphId: null,
        passage: null,
        claim: "",
        relation: "supports",
        positionId: place?.positionId ?? null,
        dimensionId: place?.dimensionId ?? null,
      },
    [kept, place?.positionId, place?.dimensionId],
  );
  return {
    draft,
    /** As it is kept. */
    text: kept,
    change: (change: Partial<EvidenceDraft>) => keep(JSON.stringify({ ...draft, ...change })),
    keptAt: state.keptAt,
    kept: state.kept,
    id: state.id,
    clear: state.clear,
  };
}
