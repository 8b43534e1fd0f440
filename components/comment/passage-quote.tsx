import { useTranslations } from "next-intl";
import { numberOf } from "@/components/reading/dom-range";
import type { Place } from "@/components/reading/reader-types";
import { quoteInShort } from "@/domain/comment/quote";

/** The words a comment is about; of several paragraphs the first and the last, and their numbers. */
export function PassageQuote({ place }: { place: Place }) {
  const t = useTranslations("comment");
  const { passage, spans = [] } = place;
  if (!passage) return null;
  const last = spans.at(-1);
  const [from, to] = [numberOf(place.paragraphId), last ? numberOf(last.paragraphId) : null];
  return (
    <blockquote className="quote" dir="auto">
      {quoteInShort(passage.quote, last?.passage.quote)}
      {from !== null && to !== null && <cite className="pv-m">{t("paragraphs", { from, to })}</cite>}
    </blockquote>
  );
}
