"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "./desk-context";

/** After something was written: the matrix, the cells and what has no place are asked for again. */
export function useFreshEvidence() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () =>
    Promise.all(
      [trpc.evidence.page, trpc.evidence.cell, trpc.evidence.unplaced, trpc.evidence.similar].map((each) =>
        client.invalidateQueries({ queryKey: each.pathKey() }),
      ),
    );
}

/** What can be done with one piece. What fails is said, and nothing changes. */
export function useEvidenceActs(piece: EvidenceView) {
  const t = useTranslations("evidence.said");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const { courseId, waiting, say } = useEvidenceDesk();
  const refresh = useFreshEvidence();
  const after = (words: string | null) => ({
    // Pending until what it changed is here: nothing jumps back in between.
    onSuccess: () => {
      if (words) say(words);
      waiting.release([piece.id, ...piece.merged.map((merged) => merged.id)]);
      return refresh();
    },
    onError: (error: unknown) => say(sentence(error)),
  });
  const helpful = useMutation(trpc.evidence.helpful.mutationOptions(after(null)));
  const check = useMutation(trpc.evidence.check.mutationOptions(after(t("checked"))));
  const part = useMutation(trpc.evidence.part.mutationOptions(after(t("parted"))));
  const merge = useMutation(trpc.evidence.merge.mutationOptions(after(t("merged"))));
  const remove = useMutation(trpc.evidence.delete.mutationOptions(after(t("deleted"))));
  const save = useMutation(trpc.evidence.save.mutationOptions(after(null)));
  const { id } = piece;
  const isHelpful = helpful.isPending ? helpful.variables.on : piece.helpful.mine;
  return {
    /** As it will be once the server has heard of it. */
    helpful: {
      mine: isHelpful,
      count: piece.helpful.count + Number(isHelpful) - Number(piece.helpful.mine),
      toggle: () => helpful.mutate({ courseId, id, on: !isHelpful }),
    },
    check: () => check.mutate({ courseId, id }),
    part: (mergedId: string) => part.mutate({ courseId, id: mergedId }),
    mergeInto: (intoId: string) => merge.mutateAsync({ courseId, id, intoId }),
    remove: () => remove.mutate({ courseId, id }),
    /** Puts it into the class's matrix, or takes it back as a draft. */
    file: (file: boolean) => {
      const { version, claim, relation, positionId, dimensionId } = piece;
      save.mutate(
        { courseId, evidence: { id, version, claim, relation, positionId, dimensionId, file } },
        { onSuccess: () => say(t(file ? "filed" : "takenBack")) },
      );
    },
    isBusy: [check, part, merge, remove, save].some((each) => each.isPending),
  };
}
