"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { MAX_VERDICT } from "@/domain/prompt/steelman";
import type { Steelman } from "./shapes";
import type { HeldSteelmen } from "./use-steelmen";

interface VerdictFormProps {
  courseId: string;
  meId: string;
  steelman: Steelman;
  steelmen: HeldSteelmen;
}

/** Whoever holds the position signs its case, or says what is missing from it. */
export function VerdictForm({ courseId, meId, steelman, steelmen }: VerdictFormProps) {
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const field = useId();
  const [misses, setMisses] = useState(false);
  const [words, setWords, draft] = useDraft(`verdict.${meId}.${steelman.id}`);
  const judging = useMutation(
    trpc.steelman.judge.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        setMisses(false);
        steelmen.put(saved);
      },
      onError: (error) => {
        // Its words were changed meanwhile: they show, and are judged anew.
        if (refusalIn(error)?.code === "stale") void steelmen.refresh();
      },
    }),
  );
  const judge = (signs: boolean) =>
    judging.mutate({
      courseId,
      verdict: {
        id: newId(),
        steelmanId: steelman.id,
        version: steelman.version,
        signs,
        words: signs ? "" : words,
      },
    });
  const said = steelman.verdicts.find((verdict) => verdict.mine && verdict.current);
  return (
    <form
      className="steel-form"
      onSubmit={(event) => {
        event.preventDefault();
        judge(false);
      }}
    >
      <p className="soft">{t(said ? "saidBefore" : "wouldYou")}</p>
      {(misses || words !== "") && (
        <>
          <label className="fl" htmlFor={field}>
            {t("whatMisses")}
          </label>
          <textarea
            id={field}
            className="input"
            rows={3}
            dir="auto"
            maxLength={MAX_VERDICT}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </>
      )}
      {judging.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(judging.error)}
        </p>
      )}
      <p className="steel-acts">
        {misses || words !== "" ? (
          <button className="btn" type="submit" disabled={judging.isPending || words.trim() === ""}>
            {t("sendMisses")}
          </button>
        ) : (
          <button className="btn" type="button" onClick={() => setMisses(true)}>
            {t("misses")}
          </button>
        )}
        <button className="btn go" type="button" disabled={judging.isPending} onClick={() => judge(true)}>
          {t("sign")}
        </button>
      </p>
    </form>
  );
}
