"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { NewerWords } from "./newer-words";
import type { Steelman } from "./shapes";
import { WordsForm } from "./words-form";

interface AmendFormProps {
  courseId: string;
  meId: string;
  steelman: Steelman;
  onDone: (saved: Steelman | null) => void;
}

/** Changes one's own case. Who had signed it has to look again, and is told so. */
export function AmendForm({ courseId, meId, steelman, onDone }: AmendFormProps) {
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [body, setBody, draft] = useDraft(`steelman.${meId}.${steelman.id}`, steelman.body);
  const [base, setBase] = useState(steelman.version);
  const [newer, setNewer] = useState<{ version: number; text: string } | null>(null);
  const saving = useMutation(
    trpc.steelman.amend.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        onDone(saved);
      },
      onError: (error) => {
        const refusal = refusalIn(error);
        if (refusal?.code === "stale") setNewer(refusal.current);
      },
    }),
  );
  return (
    <WordsForm
      courseId={courseId}
      label={t("amendLabel")}
      submit={t("save")}
      takesFocus
      text={body}
      onText={setBody}
      draft={draft}
      isPending={saving.isPending}
      isBlocked={newer !== null}
      error={saving.error && !newer ? sentence(saving.error) : null}
      onSend={() => saving.mutate({ courseId, save: { id: steelman.id, version: base, body } })}
      onCancel={() => onDone(null)}
    >
      {newer && (
        <NewerWords
          words={newer.text}
          onKeep={(take) => {
            setBase(newer.version);
            if (take) setBody(newer.text);
            setNewer(null);
            saving.reset();
          }}
        />
      )}
      {steelman.verdicts.some((verdict) => verdict.current && verdict.signs) && (
        <p className="note">{t("unsigns")}</p>
      )}
    </WordsForm>
  );
}
