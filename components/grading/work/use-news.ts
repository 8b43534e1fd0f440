"use client";

import { useFormatter } from "next-intl";
import { useState } from "react";
import { newsIn, type Work } from "./news";

const none: ReadonlySet<string> = new Set();

/**
 * A student's work as it was when it was opened. What came since waits until it is asked for; then it stands where it
 * belongs, marked, and nothing is scrolled.
 */
export function useNews(fresh: Work, timeZone: string) {
  const format = useFormatter();
  const [opened, setOpened] = useState(() => ({ work: fresh, at: new Date(), news: none }));
  const waiting = newsIn(opened.work, fresh);
  const show = () => setOpened({ work: fresh, at: new Date(), news: new Set(waiting) });
  return {
    work: opened.work,
    ids: opened.news,
    show: waiting.length > 0 ? show : undefined,
    news:
      waiting.length > 0
        ? {
            count: waiting.length,
            since: format.dateTime(opened.at, { timeStyle: "short", timeZone }),
            onShow: show,
          }
        : null,
  };
}
