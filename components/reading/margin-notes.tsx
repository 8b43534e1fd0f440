"use client";

import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
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

/** Stands in the margin where what belongs there could not be had: an empty margin would say that nobody wrote. */
export function HeadsFailed({ again }: { again: () => void }) {
  const t = useTranslations("reader");
  return (
    <div className="heads-failed">
      <Blank title={t("loadFailed")} bad>
        <button type="button" className="btn" onClick={again}>
          {t("again")}
        </button>
      </Blank>
    </div>
  );
}
