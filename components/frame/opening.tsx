"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { isUnderWay, watchWay } from "@/components/ui/under-way";

/** Milliseconds in which a page may come without a word. */
const PATIENCE = 300;

/** A line along the top, and a word for who listens, while a page takes its time to come. */
export function Opening() {
  const t = useTranslations("frame");
  const isOpening = useSyncExternalStore(watchWay, isUnderWay, () => false);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isOpening) return;
    const timer = setTimeout(() => setIsLong(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isOpening]);
  return (
    <div className="opening" data-long={isLong || undefined} aria-live="polite">
      {isLong && <span className="vh">{t("opening")}</span>}
    </div>
  );
}
