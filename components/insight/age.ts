"use client";

import { useTranslations } from "next-intl";
import { waitedSince } from "./waiting";

/** How long ago something was, as words: "9 days". */
export function useAge(now: Date): (at: Date) => string {
  const t = useTranslations("insight.unanswered");
  return (at) => {
    const { unit, count } = waitedSince(at, now);
    return t(unit, { count });
  };
}
