"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { InSlot } from "@/components/frame/in-slot";
import { useNarrow } from "../use-narrow";
import { NewComments } from "./new-comments";
import { NewVersion } from "./new-version";
import { ReadersNow } from "./readers-now";

/** On the bar: what waits to be shown, finding, and who is reading; a phone has the last in its drawer. */
export function ReaderBar({ onFind }: { onFind: () => void }) {
  const t = useTranslations("reader.bar");
  const isNarrow = useNarrow();
  return (
    <InSlot id="bar-state">
      <NewVersion />
      <NewComments />
      <button type="button" className="find" onClick={onFind} aria-label={t("find")} aria-keyshortcuts="/">
        <Search className="i" aria-hidden />
        <span>{t("findShort")}</span>
        <kbd>/</kbd>
      </button>
      {!isNarrow && <ReadersNow />}
    </InSlot>
  );
}
