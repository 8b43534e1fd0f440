import { useTranslations } from "next-intl";
import { quoteInShort } from "@/domain/comment/quote";
import type { EvidencePlace } from "./gathering";

/** The words that are put to work. */
export function GatherHead({ place }: { place: EvidencePlace | null }) {
  const t = useTranslations("reader.evidence");
  if (!place) return null;
  return (
    <>
      <p className="gather-q">
        {place.number !== null && <b>¶{place.number}</b>}{" "}
        <q dir="auto">{quoteInShort(place.passage.quote)}</q>
      </p>
      {place.cut && <p className="gather-note">{t("cut")}</p>}
    </>
  );
}
