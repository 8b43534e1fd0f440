"use client";

import { useEffect, useRef } from "react";

/** Brings the tab one is on into sight, where the tabs do not fit and scroll sideways; `at` is where it leads. */
export function TabInSight({ at }: { at: string | undefined }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const tabs = mark.current?.parentElement;
    const current = tabs?.querySelector(`[href="${at}"]`);
    if (!tabs || !(current instanceof HTMLElement)) return;
    tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
  }, [at]);
  return <span ref={mark} hidden />;
}
