"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { NewerWords } from "./newer-words";
import type { Steelman } from "./shapes";
import type { HeldSteelmen } from "./use-steelmen";
import { WordsForm } from "./words-form";

interface RebuttalFormProps {
  courseId: string;
  meId: string;
  steelman: Steelman;
  steelmen: HeldSteelmen;
  /** The answer is given, or stays as it was. */
  onDone: () => void;
}

/** Answers the case that one has put oneself, once it is signed. */
export function RebuttalForm({ courseId, meId, steelman, steelmen, onDone }: RebuttalFormProps) {
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [body, setBody, draft] = useDraft(`rebuttal.${meId}.${steelman.id}`, steelman.rebuttal ?? "");
  const [newer, setNewer] = useState<string | null>(null);
  const answering = useMutation(
    trpc.steelman.rebut.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        steelmen.put(saved);
        onDone();
      },
      onError: (error) => {
        const refusal = refusalIn(error);
        if (refusal?.code !== "stale") return;
        setNewer(refusal.current.text);
        void steelmen.refresh();
      },
    }),
  );
  return (
    <WordsForm
      courseId={courseId}
      label={t("answerLabel")}
      submit={t("answer")}
      text={body}
      onText={setBody}
      draft={draft}
      isPending={answering.isPending}
      isBlocked={newer !== null}
      error={answering.error && newer === null ? sentence(answering.error) : null}
      onSend={() =>
        answering.mutate({ courseId, rebuttal: { id: steelman.id, over: steelman.rebuttedAt, body } })
      }
      takesFocus={steelman.rebuttal !== null}
      onCancel={steelman.rebuttal === null ? undefined : onDone}
    >
      {newer !== null && (
        <NewerWords
          words={newer}
          onKeep={(take) => {
            if (take) setBody(newer);
            setNewer(null);
            answering.reset();
          }}
        />
      )}
    </WordsForm>
  );
}
