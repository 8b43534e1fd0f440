"use client";

import { type RefObject, useEffect, useState } from "react";

export interface Window {
  from: number;
  /** One after the last. */
  to: number;
}

/** Rows drawn before and after those in sight. */
const AROUND = 12;

/** Below this many all rows are drawn. */
const FEW = 60;

/** Which rows of a long table are drawn: those in sight and some around them, at one height each (CSS pixels). */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [seen, setSeen] = useState<Window>({ from: 0, to: FEW });
  useEffect(() => {
    const element = scroller.current;
    if (!element || count <= FEW) return;
    const look = () => {
      const first = Math.floor(element.scrollTop / height);
      const rows = Math.ceil(element.clientHeight / height);
      // By steps, so that most frames of a scroll draw nothing anew.
      const from = Math.max(0, Math.floor((first - AROUND) / AROUND) * AROUND);
      const to = Math.ceil((first + rows + AROUND) / AROUND) * AROUND;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      watch.disconnect();
    };
  }, [scroller, count, height]);
  if (count <= FEW) return { from: 0, to: count };
  const from = Math.min(seen.from, Math.max(0, count - FEW));
  return { from, to: Math.min(count, Math.max(seen.to, from + FEW)) };
}
