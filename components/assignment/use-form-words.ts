"use client";

import { useTranslations } from "next-intl";
import type { AssignmentForm, PromptForm } from "./form-shape";
import type { FormField, PromptField } from "./merge-forms";
import { useLocalTime } from "./use-local-time";
import { usePolicyWords } from "./use-policy-words";

interface Named {
  id: string;
  name: string;
}

/** What ids in a form stand for. */
export interface Said {
  sources: readonly { versionId: string; title: string }[];
  groupSets: readonly Named[];
  rubrics: readonly { id: string; title: string }[];
  categories: readonly Named[];
  positions: readonly Named[];
  dimensions: readonly Named[];
  terms: readonly Named[];
}

const nameOf = (among: readonly Named[], id: string | null) =>
  among.find((each) => each.id === id)?.name ?? "";

/** What stands in a field of the form, in words. */
export function useFormWords(said: Said) {
  const t = useTranslations("assignment.clash");
  const tForm = useTranslations("assignment.form");
  const tPrompt = useTranslations("assignment.prompt");
  const policy = usePolicyWords();
  const { moment } = useLocalTime();

  const ofAssignment = (form: AssignmentForm, field: FormField): string => {
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
      case "categoryId":
        return nameOf(said.categories, form.categoryId) || tForm("noCategory");
      case "visibility":
        return tForm(`visibility.${form.visibility}`);
      case "names":
        return tForm(`naming.${form.names}`);
      case "opens":
      case "due":
      case "closes":
        return moment(form[field]) || form[field].replace("T", " ");
      case "participation":
        return policy.takingPart(form.participation);
      case "latePolicy":
        return policy.late(form.latePolicy);
      case "privateNotes":
      case "blind":
      case "showsDistribution":
        return t(form[field] ? "yes" : "no");
      case "postFirst":
      case "postFirstWords":
        return String(form[field]);
      case "title":
      case "instructions":
      case "points":
      case "participationPoints":
      case "weight":
        return form[field];
    }
  };

  const ofPrompt = (prompt: PromptForm, field: PromptField): string => {
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

  return { ofAssignment, ofPrompt, takingPartApart: policy.takingPartApart };
}
