"use client";

import { useEffect } from "react";
import { scrollToSettled } from "./text/scroll-to";
import { paragraphInAddress } from "./use-desk-state";

const paragraphs = () => [...document.querySelectorAll<HTMLElement>(".page .p[data-p]")];

/** Moves the focus by paragraphs: from the one that has it, else to the first in sight. */
export function goByParagraph(by: number): void {
  const all = paragraphs();
  const here = all.findIndex((element) => element.contains(document.activeElement));
  const inView = all.findIndex((element) => element.getBoundingClientRect().bottom > 80);
  const next = here >= 0 ? here + by : inView;
  const element = all[Math.max(0, Math.min(all.length - 1, next))];
  element?.focus({ preventScroll: true });
  if (element) scrollToSettled(element, "nearest");
}

/** One paragraph at a time is a stop of the Tab key: the one last visited, at first the first. */
export function useRovingParagraph(): void {
  useEffect(() => {
    let stop: HTMLElement | null = null;
    const visit = (visited: HTMLElement | null | undefined) => {
      if (!visited || visited === stop) return;
      if (stop) stop.tabIndex = -1;
      visited.tabIndex = 0;
      stop = visited;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches(".page .p[data-p]")) visit(target);
    };
    visit(document.querySelector<HTMLElement>(".page .p[data-p]"));
    document.addEventListener("focusin", onFocus);
    // A paragraph named in the address is where reading goes on.
    paragraphInAddress()?.focus();
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
}
