"use client";

import { type RefObject, useEffect, useState } from "react";
import type { GridPlace } from "@/components/ui/grid-moves";

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

/** Rows one after the other: drawn, or their room only. */
export interface Part extends Window {
  drawn: boolean;
}

/** A long table from its first row to its last: those in sight are drawn, and the one the cursor is in. */
export function partsDrawn({ from, to }: Window, cursor: number, count: number): Part[] {
  const room = (first: number, end: number): Part[] =>
    cursor < first || cursor >= end
      ? [{ from: first, to: end, drawn: false }]
      : [
          { from: first, to: cursor, drawn: false },
          { from: cursor, to: cursor + 1, drawn: true },
          { from: cursor + 1, to: end, drawn: false },
        ];
  const parts: Part[] = [...room(0, from), { from, to, drawn: true }, ...room(to, count)];
  return parts.filter((part) => part.from < part.to);
}

/** Rows that stay from one page to the next: the head and the foot cover some. */
const KEPT = 5;

/** Where PageUp and PageDown lead: as far as the table shows. Null for other keys. */
export function pageOf(
  scroller: HTMLElement | null,
  height: number,
  { row, column }: GridPlace,
  key: string,
  count: number,
): GridPlace | null {
  if (key !== "PageUp" && key !== "PageDown") return null;
  const step = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height) - KEPT);
  const next = key === "PageUp" ? row - step : row + step;
  return { row: Math.max(0, Math.min(count - 1, next)), column };
}

/** What takes the focus comes to stand beside the head, the foot and the names, and not under them. */
export function keepClear(scroller: HTMLElement): void {
  const sizeOf = (part: string) => scroller.querySelector<HTMLElement>(part)?.getBoundingClientRect();
  const [head, foot, names] = [sizeOf("thead"), sizeOf("tfoot"), sizeOf("tbody th")];
  scroller.style.scrollPadding = `${head?.height ?? 0}px 0 ${foot?.height ?? 0}px ${names?.width ?? 0}px`;
}
