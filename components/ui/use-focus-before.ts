"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Where the focus was when something opened, to go back to: what a key opened has no trigger. Where it was nowhere, it
 * goes to the page and not to the first link of the bar; where it was in a menu, which is gone by then, to the menu's
 * button.
 */
export function useFocusBefore(open: boolean | undefined): RefObject<HTMLElement | null> {
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!open) return;
    const here = document.activeElement;
    const isSomewhere = here instanceof HTMLElement && here !== document.body;
    const page = document.getElementById("main");
    if (page && !isSomewhere && !page.hasAttribute("tabindex")) page.tabIndex = -1;
    const menu = isSomewhere ? here.closest("[role=menu]") : null;
    const opener = document.getElementById(menu?.getAttribute("aria-labelledby") ?? "");
    before.current = opener ?? (isSomewhere ? here : page);
  }, [open]);
  return before;
}
