"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import type { SteelmanPlace } from "./shapes";
import type { HeldSteelmen } from "./use-steelmen";
import { WordsForm } from "./words-form";

interface NewSteelmanProps {
  place: SteelmanPlace;
  /** The positions this person holds: of these no case is put. */
  held: readonly string[];
  steelmen: HeldSteelmen;
  /** The case is put, and stands where the form was. */
  onPut: (id: string) => void;
}

/** Puts the case for a position that one rejects. */
export function NewSteelman({ place, held, steelmen, onPut }: NewSteelmanProps) {
  const { courseId, promptId, meId, positions } = place;
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const id = useId();
  const key = `steelman.${meId}.${promptId}`;
  const [body, setBody, draft] = useDraft(key);
  const [chosen, setChosen] = useDraft(`${key}.position`);
  const open = positions.filter((position) => !held.includes(position.id));
  const positionId = open.find((position) => position.id === chosen)?.id ?? "";
  const writing = useMutation(
    trpc.steelman.write.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        setChosen("");
        steelmen.put(saved);
        onPut(saved.id);
      },
      onError: (error) => {
        // One was begun on another device: it shows, and what was written here stays in the field.
        if (refusalIn(error)?.code === "stale") void steelmen.refresh();
      },
    }),
  );
  return (
    <WordsForm
      courseId={courseId}
      label={t("yourCase")}
      submit={t("put")}
      text={body}
      onText={setBody}
      draft={draft}
      isPending={writing.isPending}
      isBlocked={positionId === ""}
      hint={positionId === "" ? t("chooseFirst") : null}
      error={writing.error ? sentence(writing.error) : null}
      onSend={() => writing.mutate({ courseId, steelman: { id: draft.id(), promptId, positionId, body } })}
    >
      <p className="soft">{t("ask")}</p>
      <p className="steel-choice">
        <label className="fl" htmlFor={id}>
          {t("which")}
        </label>
        <select
          id={id}
          className="input"
          value={positionId}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t("choose")}</option>
          {open.map((position) => (
            <option key={position.id} value={position.id}>
              {position.name}
            </option>
          ))}
        </select>
      </p>
    </WordsForm>
  );
}
