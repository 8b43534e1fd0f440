"use client";

import { useEffect, useRef } from "react";

/** Of rest, before a draft goes to the server. Milliseconds. */
const REST = 3000;
/** Before it is tried again where the server could not be reached. */
const AGAIN = 20_000;

interface Autosave {
  /** What is saved; each change begins the wait anew. */
  words: string;
  /** Whether there is anything to save. */
  wanted: boolean;
  /** The last attempt did not reach the server. */
  again: boolean;
  /** Saves; called again while it is at work, it waits its turn. */
  save: () => unknown;
}

/** Saves after a rest, when the page is left or put away, and when the connection is back. */
export function useAutosave({ words, wanted, again, save }: Autosave): void {
  const latest = useRef({ words, wanted, save });
  useEffect(() => {
    latest.current = { words, wanted, save };
  });

  useEffect(() => {
    if (!wanted) return;
    const rested = () => {
      // Another tab has the same draft: the one in sight saves it.
      const isHere = document.visibilityState === "visible" && latest.current.words === words;
      if (isHere) latest.current.save();
    };
    const timer = setTimeout(rested, REST);
    return () => clearTimeout(timer);
  }, [words, wanted]);

  useEffect(() => {
    if (!again) return;
    const timer = setInterval(() => latest.current.wanted && latest.current.save(), AGAIN);
    return () => clearInterval(timer);
  }, [again]);

  useEffect(() => {
    const now = () => {
      if (latest.current.wanted) latest.current.save();
    };
    const hidden = () => document.visibilityState === "hidden" && now();
    window.addEventListener("online", now);
    window.addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("online", now);
      window.removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", hidden);
      now();
    };
  }, []);
}
