"use client";

import { useTranslations } from "next-intl";
import { useRefusalSentence } from "@/components/trpc/use-refusal";
import type { MarkOutcome } from "./shapes";

/** Why a mark was not entered, in the gradebook's words where it has some. */
export function useWhyNot(): (refusal: NonNullable<MarkOutcome["refusal"]>) => string {
  const t = useTranslations("gradebook.failed");
  const sentence = useRefusalSentence();
  return (refusal) => {
    if (refusal.code === "stale") return t("stale", { theirs: refusal.current.text || t("nothing") });
    return refusal.code === "not-found" ? t("gone") : sentence(refusal);
  };
}
