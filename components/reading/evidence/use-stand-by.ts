"use client";

import { type CSSProperties, useLayoutEffect, useState } from "react";
import { paragraphElement, rangeIn } from "../dom-range";
import type { EvidencePlace } from "./gathering";

/** Room that is kept for it between the passage's end and the window's, in pixels. */
const HEIGHT = { bar: 150, card: 330 };
const WIDTH = 460;

interface Stand {
  className: string;
  style?: CSSProperties & { "--top": string; "--left": string };
}

/** Below the passage, in sight; where a finger chooses, or the passage is not on this page, docked. */
export function useStandBy(place: EvidencePlace | null, what: keyof typeof HEIGHT): Stand {
  const [stand, setStand] = useState<Stand>({ className: "gather dock" });
  useLayoutEffect(() => {
    const settle = () => {
      const element = place && paragraphElement(place.paragraphId);
      if (!element || window.matchMedia("(pointer: coarse)").matches) {
        setStand({ className: "gather dock" });
        return;
      }
      const box = (
        rangeIn(element, place.passage.start, place.passage.end) ?? element
      ).getBoundingClientRect();
      const top = Math.max(60, Math.min(box.bottom + 8, window.innerHeight - HEIGHT[what]));
      const left = Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8));
      setStand({
        className: "gather",
        style: { "--top": `${top + window.scrollY}px`, "--left": `${left + window.scrollX}px` },
      });
    };
    settle();
    window.addEventListener("resize", settle);
    return () => window.removeEventListener("resize", settle);
  }, [place, what]);
  return stand;
}
