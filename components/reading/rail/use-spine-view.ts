"use client";

import { useEffect } from "react";
import { type TextView, useTextView } from "./text-view";

const linkAt = (spine: HTMLElement, position: number) =>
  spine.querySelector<HTMLElement>(`.sp[data-p="${position}"]`);

/** Lays the frame over the miniatures of what is in sight, and keeps it in sight itself. */
function frame(spine: HTMLElement, { first, last }: TextView): void {
  const view = spine.querySelector<HTMLElement>(".view");
  const top = linkAt(spine, first);
  const bottom = linkAt(spine, last);
  if (!view) return;
  view.hidden = !top || !bottom;
  if (!top || !bottom) return;
  const from = top.offsetTop;
  const to = bottom.offsetTop + bottom.offsetHeight;
  view.style.top = `${from - 1}px`;
  view.style.height = `${to - from + 2}px`;
  if (from < spine.scrollTop + 12) spine.scrollTop = from - 24;
  else if (to > spine.scrollTop + spine.clientHeight - 12) spine.scrollTop = to + 24 - spine.clientHeight;
}

/** Marks in the miniature what of the text is in sight. */
export function useSpineView(): void {
  const view = useTextView();
  useEffect(() => {
    const spine = document.getElementById("spine");
    if (!spine || !view) return;
    // Drawn anew when the list changes its shape: as a strip, as a drawer, as a column.
    const shape = new ResizeObserver(() => frame(spine, view));
    shape.observe(spine);
    const link = view.at === null ? null : linkAt(spine, view.at);
    link?.setAttribute("aria-current", "location");
    return () => {
      shape.disconnect();
      link?.removeAttribute("aria-current");
    };
  }, [view]);
}
