import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { lineOfText, optionalText, writtenText } from "@/domain/text";
import { versionOrNone } from "@/domain/version";
import { isSearchable } from "./term";

export const MOST_TERMS = 60;
export const MOST_FORMS = 16;
/** A difference is said in a sentence or two. UTF-16 units. */
export const MOST_DIFFERENCE = 600;

/** A language as BCP 47 names it. */
const language = z
  .string()
  .max(35)
  .refine(
    (tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length === 1;
      } catch {
        return false;
      }
    },
    { message: "unknown-language" },
  );

export const termForm = z.object({
  language,
  words: lineOfText(80).refine(isSearchable, { message: "too-short" }),
});

export const termSave = z.object({
  id,
  /** 0: it is new. */
  version: versionOrNone,
  name: lineOfText(80),
  gloss: optionalText(600),
  forms: z.array(termForm).min(1, { message: "no-forms" }).max(MOST_FORMS),
});
export type TermSave = z.infer<typeof termSave>;

const usePlace = z.object({ readingId: id, paragraphId: id });
export type UsePlace = z.infer<typeof usePlace>;

export const newDifference = z
  .object({
    id: clientId,
    termId: id,
    left: usePlace,
    right: usePlace,
    claim: writtenText(MOST_DIFFERENCE),
  })
  .refine(({ left, right }) => !isSamePlace(left, right), { message: "same-use" });
export type NewDifference = z.infer<typeof newDifference>;

export const isSamePlace = (one: UsePlace, other: UsePlace) =>
  one.readingId === other.readingId && one.paragraphId === other.paragraphId;

/** Two uses, whichever of them comes first. */
export const isSamePair = (
  one: { left: UsePlace; right: UsePlace },
  other: { left: UsePlace; right: UsePlace },
) =>
  (isSamePlace(one.left, other.left) && isSamePlace(one.right, other.right)) ||
  (isSamePlace(one.left, other.right) && isSamePlace(one.right, other.left));
