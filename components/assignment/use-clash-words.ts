"use client";

import { useTranslations } from "next-intl";
import type { Clash } from "./merge-forms";
import { type Said, useFormWords } from "./use-form-words";

/** Both sides of a clash, and what it is about, in words. */
export function useClashWords(said: Said) {
  const t = useTranslations("assignment.clash");
  const words = useFormWords(said);

  return (clash: Clash): { name: string; mine: string; theirs: string } => {
    if (clash.in === "assignment") {
      const { field, mine, theirs } = clash;
      return {
        name: t(`fields.${field}`),
        mine: words.ofAssignment(mine, field),
        theirs: words.ofAssignment(theirs, field),
      };
    }
    const { field, mine, theirs } = clash;
    return {
      name: t("ofPrompt", {
        prompt: mine.title || theirs.title || t("untitledPrompt"),
        field: t(`promptFields.${field}`),
      }),
      mine: words.ofPrompt(mine, field),
      theirs: words.ofPrompt(theirs, field),
    };
  };
}
