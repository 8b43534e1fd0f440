"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPCClient } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { type EvidenceView, MAX_CLAIM, type NewEvidence } from "@/domain/prompt/evidence";
import { optionalText } from "@/domain/text";
import { useEvidenceDesk } from "../desk-context";
import { useFreshEvidence } from "../use-acts";

const tidy = optionalText(MAX_CLAIM);

const standsAt = (piece: EvidenceView, { paragraphId, passage }: NewEvidence) =>
  piece.paragraphId === paragraphId && piece.start === passage.start && piece.end === passage.end;

const saysSo = (piece: EvidenceView, { claim, relation, positionId, dimensionId, file }: NewEvidence) =>
  piece.claim === tidy.parse(claim) &&
  piece.relation === relation &&
  piece.positionId === positionId &&
  piece.dimensionId === dimensionId &&
  piece.filed === file;

/**
 * Records a piece. Where an earlier try had arrived and only its answer was lost, what was written since is saved on
 * top of it; on another passage it is something new.
 */
export function useRecord(onRecorded: (piece: EvidenceView) => void) {
  const client = useTRPCClient();
  const { courseId } = useEvidenceDesk();
  const refresh = useFreshEvidence();
  return useMutation({
    mutationFn: async (evidence: NewEvidence): Promise<EvidenceView> => {
      const recorded = await client.evidence.record.mutate({ courseId, evidence });
      if (!standsAt(recorded, evidence)) {
        return client.evidence.record.mutate({ courseId, evidence: { ...evidence, id: newId() } });
      }
      if (saysSo(recorded, evidence)) return recorded;
      const { id, claim, relation, positionId, dimensionId, file } = evidence;
      const { version } = recorded;
      return client.evidence.save.mutate({
        courseId,
        evidence: { id, version, claim, relation, positionId, dimensionId, file },
      });
    },
    onSuccess: (piece) => {
      refresh();
      onRecorded(piece);
    },
  });
}
