import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Chip } from "@/domain/prompt/citation";

interface CiteChipProps {
  /** As typed: "4 ¶9". */
  mark: string;
  /** What it points at; undefined when it leads nowhere this person may read. */
  chip: Chip | undefined;
  courseId: string;
}

/** A citation: reading, then ¶. It leads to the passage and shows it while the pointer rests on it. */
export function CiteChip({ mark, chip, courseId }: CiteChipProps) {
  const t = useTranslations("cite");
  if (!chip) {
    return (
      <span className="cite lost" title={t("lost")}>
        {mark}
        <span className="vh"> ({t("lost")})</span>
      </span>
    );
  }
  const number = chip.paragraph ?? "";
  return (
    <Link
      className="cite"
      href={`/courses/${courseId}/readings/${chip.readingId}#p-${chip.paragraphId}`}
      title={chip.text}
      aria-label={t("label", { title: chip.title, paragraph: String(number) })}
    >
      {chip.reading} <b>¶{number}</b>
    </Link>
  );
}
