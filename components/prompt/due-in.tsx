"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const HOUR = 3_600_000;

/** How long until an instant, in days and hours, or hours and minutes; once the browser's clock is known. */
export function DueIn({ at }: { at: Date }) {
  const t = useTranslations("prompt.dueIn");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, 60_000);
    return () => clearInterval(timer);
  }, []);
  if (now === null) return null;
  const left = at.getTime() - now;
  if (left <= 0) return t("over");
  const hours = Math.floor(left / HOUR);
  const days = Math.floor(hours / 24);
  if (days > 0) return t("days", { days, hours: hours % 24 });
  return t("hours", { hours, minutes: Math.floor((left % HOUR) / 60_000) });
}
