/** What a change does to those it touches. */
export const effectKinds = [
  "opens-sooner",
  "opens-later",
  /** It has opened already, and would be shut until the new moment. */
  "shuts-again",
  "more-time",
  "less-time",
  /** A longer time that was given would end before everybody's. */
  "extension-cut",
  "becomes-late",
  "no-longer-late",
  "sight-opens",
  "sight-closes",
  /** Another rule, under which nobody sees more or less for now. */
  "sight-rule",
  "names-show",
  "names-hide",
  "staff-see-names",
  "staff-see-aliases",
  "notes-end",
  "notes-begin",
  /** Grades given are worked out again, or weigh otherwise. */
  "regraded",
  "distribution-shows",
  "distribution-hides",
  "part-added",
  "part-removed",
  /** What a prompt asks, or how it is worded. */
  "prompt-asks",
  "prompt-worded",
  "regrouped",
] as const;
export type EffectKind = (typeof effectKinds)[number];

/** What of an assignment changes: a field of its draft, or what was given beside it. */
export type EffectField =
  | "title"
  | "instructions"
  | "readings"
  | "prompts"
  | "rubricId"
  | "points"
  | "opensAt"
  | "dueAt"
  | "closesAt"
  | "groupSetId"
  | "visibility"
  | "postFirst"
  | "postFirstWords"
  | "names"
  | "privateNotes"
  | "blind"
  | "participationPoints"
  | "participation"
  | "latePolicy"
  | "categoryId"
  | "weight"
  | "showsDistribution"
  | "extensions";

/** What a change to a published assignment does, and to whom. */
export interface Effect {
  field: EffectField;
  what: EffectKind;
  /** The reading or prompt it is about, by title. */
  subject: string | null;
  /** As drafts write them: moments in ISO 8601, decimals, ids, policies as JSON; null where there is nothing to say. */
  from: string | null;
  to: string | null;
  /** How many students. */
  touches: number;
  /** The first of them by name. */
  names: string[];
  /** How many of the grades touched their students have seen. */
  released: number;
  /** Takes or shows what cannot be given back: saved only by somebody who has read it. */
  serious: boolean;
}
