"use client";

import { useEffect } from "react";

/** Frames in which what comes into sight is drawn and takes its true height. */
const FRAMES = 3;

/**
 * Scrolls to a paragraph and stays there: what stands around it was not drawn before and had a height that was only
 * estimated.
 */
export function scrollToSettled(element: Element, block: ScrollLogicalPosition = "start"): void {
  let frame = 0;
  const step = () => {
    element.scrollIntoView({ block, behavior: "instant" });
    if (++frame <= FRAMES) requestAnimationFrame(step);
  };
  step();
}

/** Lets the paragraph that the address names stand where it is looked for, at first and whenever the address changes. */
export function useSettledAddress(): void {
  useEffect(() => {
    const go = () => {
      const element = document.getElementById(window.location.hash.slice(1));
      if (element?.matches(".page [data-p]")) scrollToSettled(element);
    };
    go();
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, []);
}
