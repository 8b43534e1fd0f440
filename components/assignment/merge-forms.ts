import type { AssignmentForm, PromptForm } from "./form-shape";

export const fields = [
  "title",
  "instructions",
  "readings",
  "rubric",
  "points",
  "opens",
  "due",
  "closes",
  "groupSetId",
  "visibility",
  "postFirst",
  "names",
  "postFirstWords",
  "privateNotes",
  "blind",
  "participationPoints",
  "participation",
  "latePolicy",
  "categoryId",
  "weight",
  "showsDistribution",
] as const satisfies (keyof AssignmentForm)[];

export const promptFields = [
  "kind",
  "title",
  "body",
  "wordsMin",
  "wordsMax",
  "citationsMin",
  "readingsMin",
  "positionsMin",
  "positions",
  "repliesMin",
  "dimensionId",
  "termId",
  "postFirst",
  "pseudonyms",
  "wholeClass",
  "steelman",
] as const satisfies (keyof PromptForm)[];

export type FormField = (typeof fields)[number];
export type PromptField = (typeof promptFields)[number];

/** Something that two people changed in different ways. */
export type Clash =
  | { in: "assignment"; field: FormField; mine: AssignmentForm; theirs: AssignmentForm }
  | { in: "prompt"; promptId: string; field: PromptField; mine: PromptForm; theirs: PromptForm };

export const clashKey = (clash: Clash) =>
  clash.in === "prompt" ? `${clash.promptId}.${clash.field}` : clash.field;

export interface Merged {
  form: AssignmentForm;
  clashes: Clash[];
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two people's changes of one assignment, together: what only one of them changed is taken; what both changed stays
 * as it is in `mine`, and is named.
 * @param base what both began with; null where it is not known, and every difference may be either's
 */
export function mergeForms(
  base: AssignmentForm | null,
  mine: AssignmentForm,
  theirs: AssignmentForm,
): Merged {
  const form = { ...mine };
  const clashes: Clash[] = [];
  for (const field of fields) {
    const chosen = chosenOf(base, mine, theirs, field);
    if (chosen === "theirs") take(form, theirs, field);
    if (chosen === "both") clashes.push({ in: "assignment", field, mine, theirs });
  }
  const prompts = mergePrompts(base, mine, theirs);
  return { form: { ...form, prompts: prompts.prompts }, clashes: [...clashes, ...prompts.clashes] };
}

function chosenOf<Thing, Field extends keyof Thing>(
  base: Thing | null,
  mine: Thing,
  theirs: Thing,
  field: Field,
): "mine" | "theirs" | "both" {
  if (isSame(mine[field], theirs[field])) return "mine";
  if (base && isSame(base[field], theirs[field])) return "mine";
  if (base && isSame(base[field], mine[field])) return "theirs";
  return "both";
}

function take<Thing, Field extends keyof Thing>(into: Thing, from: Thing, field: Field): void {
  into[field] = from[field];
}

const find = (form: AssignmentForm | null, id: string) => form?.prompts.find((prompt) => prompt.id === id);

function mergePrompts(base: AssignmentForm | null, mine: AssignmentForm, theirs: AssignmentForm) {
  const clashes: Clash[] = [];
  const moved = base !== null && !isSame(idsOf(base), idsOf(mine));
  const [first, second] = base === null || moved ? [mine, theirs] : [theirs, mine];
  const ids = [...new Set([...idsOf(first), ...idsOf(second)])];
  const prompts = ids.flatMap((id): PromptForm[] => {
    const before = find(base, id);
    const own = find(mine, id);
    const other = find(theirs, id);
    if (!own || !other) {
      const left = own ?? other;
      // Taken away by one of us, and as it was in the other's: it goes. What was changed or is new stays.
      return left && !isSame(before, left) ? [left] : [];
    }
    const merged = { ...own };
    for (const field of promptFields) {
      const chosen = chosenOf(before ?? null, own, other, field);
      if (chosen === "theirs") take(merged, other, field);
      if (chosen === "both") clashes.push({ in: "prompt", promptId: id, field, mine: own, theirs: other });
    }
    return [merged];
  });
  return { prompts, clashes };
}

const idsOf = (form: AssignmentForm) => form.prompts.map((prompt) => prompt.id);

/** The form with one clash settled for what the other person wrote. */
export function withTheirs(form: AssignmentForm, clash: Clash): AssignmentForm {
  const next = { ...form };
  if (clash.in === "assignment") {
    take(next, clash.theirs, clash.field);
    return next;
  }
  next.prompts = form.prompts.map((prompt) => {
    if (prompt.id !== clash.promptId) return prompt;
    const changed = { ...prompt };
    take(changed, clash.theirs, clash.field);
    return changed;
  });
  return next;
}
