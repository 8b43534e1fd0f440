"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Words for a live region that change no more often than this, so that a busy class does not talk over a reader: the
 * newest are kept, what came between is left out.
 * @param every milliseconds
 */
export function useSparingly(words: string, every: number): string {
  const [said, setSaid] = useState("");
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const say = () => {
      // That there is no news any more is not told.
      if (words !== "") last.current = Date.now();
      setSaid(words);
    };
    const wait = words === "" ? 0 : last.current + every - Date.now();
    if (wait <= 0) {
      say();
      return;
    }
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [words, every]);
  return said;
}
