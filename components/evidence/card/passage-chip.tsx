"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

interface PassageChipProps {
  courseId: string;
  passage: {
    readingId: string;
    paragraphId: string;
    reading: number;
    paragraph: number | null;
    title?: string;
  };
  /** Of which card it is: Back leads here. */
  card?: string;
  onLeave?: () => void;
}

/** Reading, then ¶; it opens the text at the passage. */
export function PassageChip({ courseId, passage, card, onLeave }: PassageChipProps) {
  const t = useTranslations("cite");
  const { readingId, paragraphId, reading, paragraph, title } = passage;
  return (
    <Link
      className="cite"
      prefetch={false}
      href={`/courses/${courseId}/readings/${readingId}#p-${paragraphId}`}
      aria-label={title ? t("label", { title, paragraph: String(paragraph ?? "") }) : undefined}
      title={title}
      data-passage={card}
      onClick={onLeave}
    >
      {reading} <b>¶{paragraph ?? ""}</b>
    </Link>
  );
}
