"use client";

import { useTranslations } from "next-intl";
import { useDesk } from "./desk-state";

/** What the margin says while no thread stands in it. */
export function MarginNotes() {
  const t = useTranslations("reader");
  const { threads, canPost } = useDesk();
  return (
    <div className="blank">
      <p className="h">{threads.length > 0 ? t("noneShown") : t("noThreads")}</p>
      {threads.length === 0 && canPost && <p>{t("noThreadsHint")}</p>}
    </div>
  );
}
