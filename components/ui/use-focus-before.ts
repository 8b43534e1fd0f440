"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Where the focus was when something opened, to go back to: what a key opened has no trigger. Where it was nowhere, it
 * goes to the page and not to the first link of the bar.
 */
export function useFocusBefore(open: boolean | undefined): RefObject<HTMLElement | null> {
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!open) return;
    const here = document.activeElement;
    const isSomewhere = here instanceof HTMLElement && here !== document.body;
    const page = document.getElementById("main");
    if (page && !isSomewhere && !page.hasAttribute("tabindex")) page.tabIndex = -1;
    before.current = isSomewhere ? here : page;
  }, [open]);
  return before;
}
