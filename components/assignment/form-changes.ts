import type { AssignmentForm, PromptForm } from "./form-shape";
import { type FormField, fields, type PromptField, promptFields } from "./merge-forms";

/** Something in the form that is other than what is saved. */
export type Change =
  | { in: "assignment"; field: FormField }
  | { in: "prompt"; promptId: string; what: "added" | "removed"; title: string }
  | { in: "prompt"; promptId: string; what: "changed"; fields: PromptField[]; title: string }
  | { in: "order" };

export const changeKey = (change: Change): string => {
  if (change.in === "assignment") return change.field;
  return change.in === "order" ? "order" : `prompt.${change.promptId}`;
};

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const idsOf = (prompts: readonly PromptForm[]) => prompts.map((prompt) => prompt.id);

/** Each difference between what is saved and what is in the form, in the form's order. */
export function changesOf(saved: AssignmentForm, form: AssignmentForm): Change[] {
  const own = fields.flatMap((field): Change[] =>
    isSame(saved[field], form[field]) ? [] : [{ in: "assignment", field }],
  );
  const prompts = form.prompts.flatMap((prompt): Change[] => {
    const before = saved.prompts.find((each) => each.id === prompt.id);
    const named = { in: "prompt", promptId: prompt.id, title: prompt.title } as const;
    if (!before) return [{ ...named, what: "added" }];
    const changed = promptFields.filter((field) => !isSame(before[field], prompt[field]));
    return changed.length === 0 ? [] : [{ ...named, what: "changed", fields: changed }];
  });
  const kept = new Set(idsOf(form.prompts));
  const removed = saved.prompts
    .filter((prompt) => !kept.has(prompt.id))
    .map((prompt): Change => ({ in: "prompt", promptId: prompt.id, what: "removed", title: prompt.title }));
  const both = (prompts: readonly PromptForm[], others: readonly PromptForm[]) =>
    idsOf(prompts).filter((id) => idsOf(others).includes(id));
  const reordered = !isSame(both(saved.prompts, form.prompts), both(form.prompts, saved.prompts));
  return [...own, ...prompts, ...removed, ...(reordered ? [{ in: "order" } as const] : [])];
}

/** What has to be put into the form so that one change is undone; everything else in it stays. */
export function undone(saved: AssignmentForm, form: AssignmentForm, change: Change): Partial<AssignmentForm> {
  if (change.in === "assignment") return pick(saved, change.field);
  if (change.in === "order") {
    const place = new Map(idsOf(saved.prompts).map((id, at) => [id, at]));
    const at = (prompt: PromptForm) => place.get(prompt.id) ?? saved.prompts.length;
    return { prompts: form.prompts.toSorted((one, other) => at(one) - at(other)) };
  }
  if (change.what === "added") {
    return { prompts: form.prompts.filter((prompt) => prompt.id !== change.promptId) };
  }
  const before = saved.prompts.find((prompt) => prompt.id === change.promptId);
  if (!before) return {};
  if (change.what === "changed") {
    return { prompts: form.prompts.map((prompt) => (prompt.id === change.promptId ? before : prompt)) };
  }
  const at = saved.prompts.indexOf(before);
  return { prompts: form.prompts.toSpliced(Math.min(at, form.prompts.length), 0, before) };
}

function pick<Field extends keyof AssignmentForm>(
  from: AssignmentForm,
  field: Field,
): Partial<AssignmentForm> {
  const part: Partial<AssignmentForm> = {};
  part[field] = from[field];
  return part;
}
