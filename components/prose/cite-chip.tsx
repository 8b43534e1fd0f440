"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Link } from "@/components/ui/link";
import type { Chip } from "@/domain/prompt/citation";
import { CiteCard } from "./cite-card";
import { useCiteCard } from "./use-cite-card";

interface CiteChipProps {
  /** As typed: "4 ¶9", or "4 ¶9 Charter". */
  mark: string;
  /** What it points at; undefined when it leads nowhere this person may read. */
  chip: Chip | undefined;
  courseId: string;
}

/** A citation: reading, ¶, and the position it is cited for. It leads to the passage, and shows it beside itself. */
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
  return <Leading chip={chip} courseId={courseId} />;
}

function Leading({ chip, courseId }: { chip: Chip; courseId: string }) {
  const t = useTranslations("cite");
  const link = useRef<HTMLAnchorElement>(null);
  const { shown, id, around, onLink } = useCiteCard();
  const number = String(chip.paragraph ?? "");
  const href = `/courses/${courseId}/readings/${chip.readingId}#p-${chip.paragraphId}`;
  const says = [
    t("label", { title: chip.title, paragraph: number }),
    chip.about && t("citedFor", { position: chip.about }),
    chip.anchor !== "sound" && t(`anchor.${chip.anchor}`),
  ];
  return (
    <span className="cite-around" {...around}>
      <Link
        ref={link}
        className={chip.anchor === "sound" ? "cite" : "cite unsound"}
        href={href}
        prefetch={false}
        aria-label={says.filter(Boolean).join(", ")}
        aria-describedby={shown ? id : undefined}
        {...onLink}
      >
        {chip.reading} <b>¶{number}</b>
        {chip.about && <span className="cite-for">{chip.about}</span>}
        {chip.anchor !== "sound" && <CircleAlert className="i s" aria-hidden />}
      </Link>
      {shown && <CiteCard id={id} chip={chip} href={href} link={link} withLink={shown === "tap"} />}
    </span>
  );
}
