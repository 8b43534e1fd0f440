"use client";

import { useTranslations } from "next-intl";
import { noFilter } from "@/domain/comment/filter";
import { useDigest } from "./data/use-digest";
import { useDesk } from "./desk-state";

/** What the margin says while no thread stands in it. */
export function MarginNotes() {
  const t = useTranslations("reader");
  const { canPost, filter, setFilter } = useDesk();
  const { counts, tallies } = useDigest();
  if (counts.all === 0) {
    return (
      <div className="blank">
        <p className="h">{t("noThreads")}</p>
        {canPost && <p>{t("noThreadsHint")}</p>}
      </div>
    );
  }
  if (tallies.length > 0) return null;
  return (
    <div className="blank">
      <p className="h">{t("noneShown")}</p>
      {filter !== noFilter && (
        <button type="button" className="btn" onClick={() => setFilter(noFilter)}>
          {t("showAll")}
        </button>
      )}
    </div>
  );
}
