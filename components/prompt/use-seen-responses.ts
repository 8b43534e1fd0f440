"use client";

import { useEffect, useRef } from "react";

/** An answer that stood on the screen this long has been read, or could have been. Milliseconds. */
const LOOKED_AT = 2000;

/** Half of it, or half of the screen where it is longer than that. */
const isBeforeTheEye = ({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) =>
  intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2;

/**
 * Tells which answers have stood before this person's eyes for a while: those drawn with `data-response`, while the
 * page is in sight.
 * @param ids which of them are not known to be seen
 */
export function useSeenResponses(ids: readonly string[], onSeen: (ids: string[]) => void): void {
  const report = useRef(onSeen);
  report.current = onSeen;
  const wanted = ids.join(" ");

  useEffect(() => {
    if (wanted === "") return;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const leave = (id: string) => {
      clearTimeout(timers.get(id));
      timers.delete(id);
    };
    const wait = (id: string) => {
      if (timers.has(id)) return;
      const looked = () => {
        timers.delete(id);
        if (document.visibilityState === "visible") report.current([id]);
        else wait(id);
      };
      timers.set(id, setTimeout(looked, LOOKED_AT));
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const id = entry.target.getAttribute("data-response") ?? "";
          if (isBeforeTheEye(entry)) wait(id);
          else leave(id);
        }
      },
      { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] },
    );
    for (const id of wanted.split(" ")) {
      const drawn = document.querySelector(`[data-response="${id}"]`);
      if (drawn) observer.observe(drawn);
    }
    return () => {
      observer.disconnect();
      for (const id of timers.keys()) leave(id);
    };
  }, [wanted]);
}
