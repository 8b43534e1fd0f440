import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";
import { MAX_REMARK } from "./grade";

export const newPhrase = z.object({
  id: clientId,
  body: writtenText(MAX_REMARK),
  /** Whether the course's other graders have it too. */
  shared: z.boolean().default(false),
});
export type NewPhrase = z.infer<typeof newPhrase>;

export const phraseSharing = z.object({ id, shared: z.boolean() });
export type PhraseSharing = z.infer<typeof phraseSharing>;
