import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";

/** More than a large course. */
const MOST_TO = 1000;
/** Each takes a name's length: without an end a letter could become many times as long as it was written. */
export const MOST_NAMES = 20;
const NAME = "{name}";

export const namesIn = (body: string): number => body.split(NAME).length - 1;

export const newLetter = z.object({
  id: clientId,
  /** Memberships, each of whom gets it alone. */
  to: z
    .array(id)
    .min(1)
    .max(MOST_TO)
    .transform((to) => [...new Set(to)]),
  /** `{name}` becomes each one's name. */
  body: writtenText(10_000).refine((body) => namesIn(body) <= MOST_NAMES, {
    message: "too-many-names",
  }),
});
export type NewLetter = z.infer<typeof newLetter>;

/** A letter as one person gets it. */
export const letterTo = (name: string, body: string): string => body.replaceAll(NAME, () => name);
