import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

interface Props {
  courseId: string;
  place: { readingId: string; paragraphId: string; reading: number; paragraph: number | null };
  title?: string;
}

/** Reading, then ¶: it leads to the passage. */
export function PlaceLink({ courseId, place, title }: Props) {
  const t = useTranslations("term");
  const { readingId, paragraphId, reading, paragraph } = place;
  return (
    <Link
      className="cite"
      prefetch={false}
      href={`/courses/${courseId}/readings/${readingId}#p-${paragraphId}`}
      title={title}
      aria-label={t("openPlace", { reading, paragraph: paragraph ?? t("uncounted") })}
    >
      {reading} <b>¶{paragraph ?? "–"}</b>
    </Link>
  );
}
