"use client";

import { useCallback, useEffect, useState } from "react";

/** How long it stands; a screen reader says it at once. */
const STANDS = 6_000;

/** What was just done, or could not be: shown for a while, and said aloud. */
export function useSaid() {
  const [words, setWords] = useState<{ text: string; at: number } | null>(null);
  const say = useCallback((text: string) => setWords({ text, at: Date.now() }), []);
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(() => setWords(null), STANDS);
    return () => clearTimeout(timer);
  }, [words]);
  const said = (
    <div className="ev-said" role="status">
      {words && <p className="toast">{words.text}</p>}
    </div>
  );
  return { say, said };
}
