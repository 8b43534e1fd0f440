"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { PRESENCE_EVERY } from "@/domain/reading/presence";

/** Changes of place are told this often at most. Milliseconds. */
const SOONEST = 3000;

interface Report {
  courseId: string;
  readingId: string;
  /** Position of the paragraph in sight. */
  at: () => number | null;
  /** The thread in which a reply is being written. */
  typing: string | null;
  on: boolean;
}

/** Tells the others where this person is reading, while the page is in sight; nothing is said while switched off. */
export function usePresenceReport({ courseId, readingId, at, typing, on }: Report): void {
  const client = useTRPCClient();
  const typed = useRef(typing);
  typed.current = typing;
  const place = useRef(at);
  place.current = at;

  useEffect(() => {
    if (!on) return;
    let last = { at: -1 as number | null, typing: "" as string | null, when: 0 };
    const report = (gone = false) => {
      const here = { at: place.current(), typing: typed.current };
      last = { ...here, when: Date.now() };
      // Lost, the next one says the same.
      client.presence.report.mutate({ courseId, report: { readingId, ...here, gone } }).catch(() => {});
    };
    const look = () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      const isNew = place.current() !== last.at || typed.current !== last.typing;
      const since = Date.now() - last.when;
      if (since >= PRESENCE_EVERY || (isNew && since >= SOONEST)) report();
    };
    const leave = () => report(true);
    look();
    const timer = setInterval(look, 1000);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
    };
  }, [client, courseId, readingId, on]);
}
