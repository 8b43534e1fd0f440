"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface OwnClockProps {
  at: Date;
  /** The zone in which the moment stands before this. */
  timeZone: string;
}

/** What the reader's own clock will show, where that is something else; with the day where that is another. */
export function OwnClock({ at, timeZone }: OwnClockProps) {
  const t = useTranslations("moment");
  const format = useFormatter();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const day = (zone: string) => format.dateTime(at, { day: "numeric", month: "short", timeZone: zone });
    const hour = (zone: string) => format.dateTime(at, { timeStyle: "short", timeZone: zone });
    const isSameDay = day(here) === day(timeZone);
    if (isSameDay && hour(here) === hour(timeZone)) setOwn(null);
    else setOwn(isSameDay ? hour(here) : `${day(here)}, ${hour(here)}`);
  }, [at, format, timeZone]);
  return own && <span className="soft">{t("own", { when: own })}</span>;
}
