"use client";

import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { type RubricDraft, rubricDraft } from "@/domain/grading/rubric";
import { rubricForm } from "./form-shape";

/** Between the last change and the question what it does to grades. Milliseconds. */
const PAUSE = 400;

export interface HeldRubricView extends RubricDraft {
  id: string;
  version: number;
}

const keptRevision = z.object({ version: z.number(), rubric: rubricForm });

function readKept(text: string): z.infer<typeof keptRevision> | null {
  try {
    return keptRevision.parse(JSON.parse(text));
  } catch {
    // Cut short, or kept by an older version of the product: nothing that can be brought back.
    return null;
  }
}

/** The draft that a standing rubric makes: its parts keep their ids, and with them the marks given. */
const draftFrom = ({ title, holistic, criteria }: HeldRubricView): RubricDraft => ({
  title,
  holistic,
  criteria,
});

/** A rubric being changed after use: kept on the device, with what saving it would do to grades. */
export function useRubricRevision(courseId: string, rubric: HeldRubricView, onDone: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const [text, setText, device] = useDraft(`rubric.${rubric.id}`);
  const kept = readKept(text);
  const value = kept?.rubric ?? draftFrom(rubric);
  const version = kept?.version ?? rubric.version;
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(key)), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);

  const judged = rubricDraft.safeParse(asked);
  const effects = useQuery(
    trpc.rubric.effects.queryOptions(
      kept && judged.success ? { courseId, id: rubric.id, rubric: judged.data } : skipToken,
      { placeholderData: keepPreviousData },
    ),
  );
  const reread = () => queries.invalidateQueries({ queryKey: trpc.rubric.pathKey() });
  const saving = useMutation(
    trpc.rubric.save.mutationOptions({
      onSuccess: async () => {
        device.clear();
        await reread();
        await queries.invalidateQueries({ queryKey: trpc.grade.pathKey() });
        onDone();
      },
      onError: async (error) => {
        if (refusalIn(error)?.code === "stale") await reread();
      },
    }),
  );
  const keep = (next: RubricDraft, on = version) => setText(JSON.stringify({ version: on, rubric: next }));
  return {
    value,
    change: (next: RubricDraft) => keep(next),
    changed: kept !== null,
    inOrder: rubricDraft.safeParse(value).success,
    /** Null while nothing was changed, or it is being asked. */
    effects: kept ? (effects.data ?? null) : null,
    reason,
    setReason,
    /** Somebody else has saved it since this was begun. */
    stale: kept !== null && version !== rubric.version,
    keepMine: () => keep(value, rubric.version),
    discard: device.clear,
    save: () => saving.mutate({ courseId, id: rubric.id, version, rubric: value, reason }),
    busy: saving.isPending,
    refused: saving.error ? sentence(saving.error) : null,
  };
}
