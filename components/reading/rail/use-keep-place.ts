"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { useDesk } from "../desk-state";

/** A place is told this often at most. Milliseconds. */
const EVERY = 10_000;

/** Keeps on the server where this person is in the text, so that another device can go on from there. */
export function useKeepPlace(position: number | null): void {
  const client = useTRPCClient();
  const { courseId, page } = useDesk();
  const here = useRef(position);
  here.current = position;
  const kept = useRef(page.place?.last ?? null);
  const readingId = page.id;

  useEffect(() => {
    const keep = () => {
      const at = here.current;
      if (at === null || at === kept.current || !navigator.onLine) return;
      const before = kept.current;
      kept.current = at;
      client.reading.keepPlace.mutate({ courseId, readingId, position: at }).catch(() => {
        // Not worth a word: it is tried again with the next place.
        kept.current = before;
      });
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") keep();
    };
    const timer = setInterval(keep, EVERY);
    window.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", onHide);
      keep();
    };
  }, [client, courseId, readingId]);
}
