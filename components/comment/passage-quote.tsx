import { useTranslations } from "next-intl";
import { numberOf } from "@/components/reading/dom-range";
import type { Place } from "@/components/reading/reader-types";

/** Enough of a passage to know it by. Words at its beginning and, where it is longer, at its end. */
const KEPT = 12;

function inShort(quote: string, lastQuote: string | undefined): string {
  const words = quote.trim().split(/\s+/);
  if (lastQuote === undefined) {
    if (words.length <= KEPT * 3) return quote;
    return `${words.slice(0, KEPT).join(" ")} … ${words.slice(-KEPT).join(" ")}`;
  }
  const last = lastQuote.trim().split(/\s+/);
  return `${words.slice(0, KEPT).join(" ")} … ${last.slice(-KEPT).join(" ")}`;
}

/** The words a comment is about; of several paragraphs the first and the last, and their numbers. */
export function PassageQuote({ place }: { place: Place }) {
  const t = useTranslations("comment");
  const { passage, spans = [] } = place;
  if (!passage) return null;
  const last = spans.at(-1);
  const [from, to] = [numberOf(place.paragraphId), last ? numberOf(last.paragraphId) : null];
  return (
    <blockquote className="quote" dir="auto">
      {inShort(passage.quote, last?.passage.quote)}
      {from !== null && to !== null && <cite className="pv-m">{t("paragraphs", { from, to })}</cite>}
    </blockquote>
  );
}
