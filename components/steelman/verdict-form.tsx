"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { RoomLeft } from "@/components/ui/room-left";
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
  const isFit = words.trim() !== "" && words.length <= MAX_VERDICT;
  const area = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const putAway = () => {
    setMisses(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const judging = useMutation(
    trpc.steelman.judge.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        steelmen.put(saved);
        putAway();
      },
      onError: (error) => {
        // Its words were changed meanwhile: they show, and are judged anew.
        if (refusalIn(error)?.code === "stale") void steelmen.refresh();
      },
    }),
  );
  const judge = (signs: boolean) => {
    // A button that is put out of use loses the focus; this one only does nothing while it is sending.
    if (judging.isPending || (!signs && !isFit)) return;
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
  };
  const said = steelman.verdicts.find((verdict) => verdict.mine && verdict.current);
  const saying = misses || words !== "";
  useEffect(() => {
    if (misses) area.current?.focus();
  }, [misses]);
  return (
    <form
      className="steel-form steel-judge"
      onSubmit={(event) => {
        event.preventDefault();
        judge(false);
      }}
    >
      <p role="status">{t(said ? "saidBefore" : "wouldYou")}</p>
      {saying && (
        <>
          <label className="fl" htmlFor={field}>
            {t("whatMisses")}
          </label>
          <textarea
            id={field}
            ref={area}
            className="input"
            rows={3}
            dir="auto"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) judge(false);
              if (event.key === "Escape" && words === "") putAway();
            }}
          />
          <RoomLeft text={words} most={MAX_VERDICT} />
        </>
      )}
      {judging.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(judging.error)}
        </p>
      )}
      <p className="steel-acts">
        {saying ? (
          <button key="send" className="btn" type="submit" aria-disabled={!isFit}>
            {t("sendMisses")}
          </button>
        ) : (
          <button key="misses" ref={opener} className="btn" type="button" onClick={() => setMisses(true)}>
            {t("misses")}
          </button>
        )}
        {!said?.signs && (
          <button className="btn go" type="button" aria-busy={judging.isPending} onClick={() => judge(true)}>
            {t("sign")}
          </button>
        )}
      </p>
    </form>
  );
}
