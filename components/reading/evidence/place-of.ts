import { describePassage } from "@/domain/anchor/passage";
import { numberOf, paragraphElement, textOf } from "../dom-range";
import type { Place } from "../reader-types";
import type { EvidencePlace } from "./gathering";

/** What evidence is made of: the words chosen, in their first paragraph; where none are, the whole paragraph. */
export function evidencePlaceOf(
  readingId: string,
  { paragraphId, passage, spans }: Place,
): EvidencePlace | null {
  const element = paragraphId && paragraphElement(paragraphId);
  if (!element) return null;
  const text = textOf(element);
  const words = passage ?? describePassage(text, 0, text.length);
  if (!words) return null;
  const { start, end, quote } = words;
  return {
    readingId,
    paragraphId,
    number: numberOf(paragraphId),
    passage: { start, end, quote },
    cut: (spans?.length ?? 0) > 0,
  };
}
