"use client";

import { useTranslations } from "next-intl";
import type { Change } from "./form-changes";
import type { AssignmentForm } from "./form-shape";
import { type Said, useFormWords } from "./use-form-words";

export interface ChangeWords {
  name: string;
  /** As it is saved, and as it would be; null where the change says all there is to say. */
  from: string | null;
  to: string | null;
}

/** Longer than this, a text is said to be changed and not written out. */
const LONG = 60;

/** A change in words: what it is about, from what, to what. */
export function useChangeWords(said: Said) {
  const t = useTranslations("assignment.changes");
  const tClash = useTranslations("assignment.clash");
  const words = useFormWords(said);
  const short = (text: string) => (text.length > LONG ? null : text.replaceAll("\n", ", ") || t("nothing"));

  return (change: Change, saved: AssignmentForm, form: AssignmentForm): ChangeWords => {
    if (change.in === "order") return { name: t("order"), from: null, to: t("orderChanged") };
    if (change.in === "prompt") {
      const name = t("prompt", { title: change.title || tClash("untitledPrompt") });
      if (change.what !== "changed") return { name, from: null, to: t(change.what) };
      const [field, ...others] = change.fields;
      const before = saved.prompts.find((prompt) => prompt.id === change.promptId);
      const after = form.prompts.find((prompt) => prompt.id === change.promptId);
      if (field && others.length === 0 && before && after) {
        const from = short(words.ofPrompt(before, field));
        const to = short(words.ofPrompt(after, field));
        const named = `${name}: ${tClash(`promptFields.${field}`)}`;
        return from === null || to === null
          ? { name: named, from: null, to: t("worded") }
          : { name: named, from, to };
      }
      const list = change.fields.map((each) => tClash(`promptFields.${each}`)).join(", ");
      return { name, from: null, to: list };
    }
    const name = tClash(`fields.${change.field}`);
    if (change.field === "participation") {
      const [from, to] = words.takingPartApart(saved.participation, form.participation);
      return { name, from, to };
    }
    if (change.field === "latePolicy" || change.field === "readings") {
      return {
        name,
        from: words.ofAssignment(saved, change.field).replaceAll("\n", ", ") || t("nothing"),
        to: words.ofAssignment(form, change.field).replaceAll("\n", ", ") || t("nothing"),
      };
    }
    const from = short(words.ofAssignment(saved, change.field));
    const to = short(words.ofAssignment(form, change.field));
    return from === null || to === null ? { name, from: null, to: t("worded") } : { name, from, to };
  };
}
