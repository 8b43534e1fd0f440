"use client";

import { FileClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMoved } from "@/components/live/live-provider";

/** The text has a new version: the page goes on as it is until it is asked for. What is being written is kept. */
export function NewVersion() {
  const t = useTranslations("reader.bar");
  const moved = useMoved();
  return (
    <>
      <span className="vh" role="status">
        {moved && t("movedSpoken")}
      </span>
      {moved && (
        <button type="button" className="new" title={t("movedWhy")} onClick={() => window.location.reload()}>
          <FileClock className="i s" aria-hidden />
          <span className="n">{t("moved")}</span>
        </button>
      )}
    </>
  );
}
