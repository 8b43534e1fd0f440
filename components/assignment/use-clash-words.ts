"use client";

import { useTranslations } from "next-intl";
import type { AssignmentForm, PromptForm } from "./form-state";
import type { Clash } from "./merge-forms";

interface Named {
  id: string;
  name: string;
}

/** What ids in a form stand for. */
export interface Said {
  sources: readonly { versionId: string; title: string }[];
  groupSets: readonly Named[];
  rubrics: readonly { id: string; title: string }[];
  positions: readonly Named[];
  dimensions: readonly Named[];
  terms: readonly Named[];
}

const nameOf = (among: readonly Named[], id: string | null) =>
  among.find((each) => each.id === id)?.name ?? "";

/** Both sides of a clash, and what it is about, in words. */
export function useClashWords(said: Said) {
  const t = useTranslations("assignment.clash");
  const tForm = useTranslations("assignment.form");
  const tPrompt = useTranslations("assignment.prompt");

  const ofAssignment = (form: AssignmentForm, field: keyof AssignmentForm): string => {
    switch (field) {
      case "readings":
        return form.readings
          .map(({ versionId }) => said.sources.find((each) => each.versionId === versionId)?.title ?? "")
          .join("\n");
      case "rubric": {
        const { rubric } = form;
        if (rubric.kind === "none") return tForm("rubricNone");
        if (rubric.kind === "new") return rubric.draft?.title ?? tForm("rubricNew");
        return said.rubrics.find((each) => each.id === rubric.id)?.title ?? "";
      }
      case "groupSetId":
        return nameOf(said.groupSets, form.groupSetId) || tForm("wholeClass");
      case "visibility":
        return tForm(`visibility.${form.visibility}`);
      case "names":
        return tForm(`naming.${form.names}`);
      case "opens":
      case "due":
      case "closes":
        return form[field].replace("T", " ");
      case "postFirst":
        return String(form.postFirst);
      case "title":
      case "instructions":
      case "points":
        return form[field];
      case "participation":
      case "latePolicy":
        return JSON.stringify(form[field]);
      case "categoryId":
        return form.categoryId ?? "";
      case "postFirstWords":
      case "participationPoints":
      case "weight":
        return String(form[field]);
      case "privateNotes":
      case "blind":
      case "showsDistribution":
        return t(form[field] ? "yes" : "no");
      case "id":
      case "prompts":
        return "";
    }
  };

  const ofPrompt = (prompt: PromptForm, field: keyof PromptForm): string => {
    const value = prompt[field];
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return String(value);
    switch (field) {
      case "kind":
        return tPrompt(`kinds.${prompt.kind}`);
      case "positions":
        return prompt.positions.map((id) => nameOf(said.positions, id)).join(", ");
      case "dimensionId":
        return nameOf(said.dimensions, prompt.dimensionId);
      case "termId":
        return nameOf(said.terms, prompt.termId);
      default:
        return typeof value === "string" ? value : "";
    }
  };

  return (clash: Clash): { name: string; mine: string; theirs: string } => {
    if (clash.in === "assignment") {
      const { field, mine, theirs } = clash;
      return {
        name: t(`fields.${field}`),
        mine: ofAssignment(mine, field),
        theirs: ofAssignment(theirs, field),
      };
    }
    const { field, mine, theirs } = clash;
    return {
      name: t("ofPrompt", {
        prompt: mine.title || theirs.title || t("untitledPrompt"),
        field: t(`promptFields.${field}`),
      }),
      mine: ofPrompt(mine, field),
      theirs: ofPrompt(theirs, field),
    };
  };
}
