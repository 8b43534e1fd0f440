"use client";

import { useEffect, useState } from "react";

const secondsUntil = (at: number | null) => (at === null ? 0 : Math.ceil((at - Date.now()) / 1000));

/** Counts down to a time (epoch ms), in whole seconds; 0 or less when it has come or there is none. */
export function useSecondsUntil(at: number | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(at));
  useEffect(() => {
    setSeconds(secondsUntil(at));
    if (at === null) return;
    const timer = setInterval(() => setSeconds(secondsUntil(at)), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}
