import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Comment } from "@/components/reading/reader-types";

/** First words are enough for one line. UTF-16 units. */
const GLIMPSE = 90;

/** A thread that is settled, in one line. */
export function ResolvedLine({ root, onOpen }: { root: Comment; onOpen: () => void }) {
  const t = useTranslations("comment");
  return (
    <button type="button" className="done-line" aria-expanded={false} onClick={onOpen}>
      <CircleCheck className="i" aria-hidden />
      <b>{t("isResolved")}</b>
      <span className="cut" dir="auto">
        {root.deleted ? t("tombstone") : root.body.slice(0, GLIMPSE)}
      </span>
      <bdi className="who">{root.author.name || t("someone")}</bdi>
    </button>
  );
}
