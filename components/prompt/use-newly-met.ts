"use client";

import { useEffect, useRef, useState } from "react";
import type { Requirement } from "@/domain/prompt/requirements";

/**
 * What has just come to be there and was missing: the only thing that is worth interrupting somebody who writes.
 * Empty until then, and again once something goes missing.
 */
export function useNewlyMet(requirements: readonly Requirement[]): Requirement[] {
  const [news, setNews] = useState<Requirement[]>([]);
  const before = useRef<ReadonlySet<string> | null>(null);
  const met = requirements
    .filter((each) => each.met)
    .map((each) => each.kind)
    .join(" ");
  const latest = useRef(requirements);
  latest.current = requirements;

  useEffect(() => {
    const now = new Set(met.split(" "));
    const known = before.current;
    before.current = now;
    // What stands when the page opens is no news.
    if (known) setNews(latest.current.filter((each) => each.met && !known.has(each.kind)));
  }, [met]);
  return news;
}
