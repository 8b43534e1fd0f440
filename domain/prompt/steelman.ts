import { z } from "zod";
import { clientId, type Id, id } from "@/domain/id";
import { moment } from "@/domain/moment";
import { optionalText, writtenText } from "@/domain/text";
import { version } from "@/domain/version";

/** A case put in a page at most. UTF-16 units. */
export const MAX_STEELMAN = 6_000;
export const MAX_VERDICT = 1_000;

export const newSteelman = z.object({
  id: clientId,
  promptId: id,
  positionId: id,
  body: writtenText(MAX_STEELMAN),
});
export type NewSteelman = z.infer<typeof newSteelman>;

export const steelmanSave = z.object({ id, version, body: writtenText(MAX_STEELMAN) });
export type SteelmanSave = z.infer<typeof steelmanSave>;

/** Whether somebody who holds the position would sign its case, and else what is missing from it. */
export const newVerdict = z
  .object({
    id: clientId,
    steelmanId: id,
    /** The version that was read. */
    version,
    signs: z.boolean(),
    words: optionalText(MAX_VERDICT),
  })
  .refine((value) => value.signs || value.words !== "", { message: "empty", path: ["words"] });
export type NewVerdict = z.infer<typeof newVerdict>;

export const rebuttal = z.object({
  id,
  /** When the rebuttal that this replaces was written; null for the first. */
  over: moment.nullable(),
  body: writtenText(MAX_STEELMAN),
});
export type Rebuttal = z.infer<typeof rebuttal>;

/** Where somebody stands, as they last said; null for whoever has said nothing yet. */
export type Holding = { positionId: Id | null; betweenId: Id | null } | null;

/** Who stands between two holds both. */
export const holds = (holding: Holding, positionId: Id) =>
  holding !== null && (holding.positionId === positionId || holding.betweenId === positionId);

/** One rejects what one does not hold, once one has said where one stands. */
export const rejects = (holding: Holding, positionId: Id) => holding !== null && !holds(holding, positionId);

interface Judged {
  version: number;
  rebuttal: string | null;
  verdicts: readonly { onVersion: number; signs: boolean }[];
}

export type SteelmanState = "waiting" | "amend" | "signed" | "answered";

/**
 * How far a steelman has come. Only what was said of the words as they now stand counts: a signature is not carried
 * over to other words, and one that signs outweighs those who miss something.
 */
export function stateOf({ version: now, rebuttal: answer, verdicts }: Judged): SteelmanState {
  if (answer !== null) return "answered";
  const current = verdicts.filter((verdict) => verdict.onVersion === now);
  if (current.some((verdict) => verdict.signs)) return "signed";
  return current.length > 0 ? "amend" : "waiting";
}

/** Its words may change until they are answered; the answer would be to something else. */
export const mayAmend = (steelman: Judged) => stateOf(steelman) !== "answered";

/** The rebuttal opens when somebody who holds the position has signed, and then stays open to its author. */
export const mayRebut = (steelman: Judged) => ["signed", "answered"].includes(stateOf(steelman));
