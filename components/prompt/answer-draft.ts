import { z } from "zod";
import { tidy } from "@/domain/text";

const words = z.object({ positionId: z.string().nullable(), body: z.string() });

const draftShape = words.extend({
  id: z.string(),
  /** The server's version that it was written on; 0 for none. */
  base: z.int().nonnegative(),
  /** What was sent from here and not acknowledged: found on the server, it is nobody else's. */
  sent: words.nullable().default(null),
  /** It was to be posted as it stands, and could not leave: it goes by itself once the server can be reached. */
  toPost: z.boolean().default(false),
});

export type AnswerWords = z.infer<typeof words>;
export type AnswerDraft = z.infer<typeof draftShape>;

/** What the server holds of this person's answer. */
export interface HeldAnswer extends AnswerWords {
  id: string;
  version: number;
}

/** A draft as this device kept it; null for what is no draft. */
export function parseDraft(kept: string): AnswerDraft | null {
  if (kept === "") return null;
  try {
    return draftShape.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

/** The server tidies what it keeps: a space at the end of what is being typed is no other text. */
export const saysTheSame = (one: AnswerWords, other: AnswerWords) =>
  one.positionId === other.positionId && tidy(one.body) === tidy(other.body);

/**
 * False for what says nothing, and for what says no more than the server holds; but what takes the place of words on their
 * way there is kept.
 */
export const isWorthKeeping = (draft: AnswerDraft, held: HeldAnswer | null) =>
  draft.sent !== null || draft.toPost || !saysTheSame(draft, held ?? { positionId: null, body: "" });

const onServer = (held: HeldAnswer | null, freshId: string): AnswerDraft => ({
  id: held?.id ?? freshId,
  base: held?.version ?? 0,
  positionId: held?.positionId ?? null,
  body: held?.body ?? "",
  sent: null,
  toPost: false,
});

export interface AnswerState {
  draft: AnswerDraft;
  /** It differs from what the server holds. */
  changed: boolean;
  /** The server holds something newer that was not written here: a person has to choose. */
  conflict: boolean;
}

/**
 * What is shown of what the server holds: as it was typed here, where that says the same. A space before the next word
 * is not taken away under the hand.
 */
const asTyped = (there: AnswerDraft, typed: string): AnswerDraft =>
  saysTheSame(there, { ...there, body: typed }) ? { ...there, body: typed } : there;

/**
 * This device's draft beside what the server holds. What the server took from here, and whose acknowledgement was
 * lost, is no conflict: the draft then goes on from there.
 * @param typed what the field holds on this page, spaces and all
 */
export function stateOf(
  own: AnswerDraft | null,
  held: HeldAnswer | null,
  freshId: string,
  typed = "",
): AnswerState {
  const there = asTyped(onServer(held, freshId), typed);
  if (own === null || saysTheSame(own, there)) {
    return { draft: { ...there, toPost: own?.toPost ?? false }, changed: false, conflict: false };
  }
  if (held === null) {
    // The one it was written on has been taken away; its id is used up.
    const id = own.base > 0 ? freshId : own.id;
    return { draft: { ...own, id, base: 0, sent: null }, changed: true, conflict: false };
  }
  const isOurs = own.sent !== null && saysTheSame(own.sent, held);
  if (own.base === held.version || isOurs) {
    return { draft: { ...own, id: held.id, base: held.version }, changed: true, conflict: false };
  }
  return { draft: own, changed: true, conflict: true };
}

/** What is kept of a draft once `saved` is acknowledged; null when nothing was written since. */
export function afterSaving(now: AnswerDraft, sent: AnswerWords, saved: HeldAnswer): AnswerDraft | null {
  if (saysTheSame(now, sent)) return null;
  return { ...now, id: saved.id, base: saved.version, sent: null };
}
