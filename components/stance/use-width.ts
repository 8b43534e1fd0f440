import { type RefObject, useEffect, useState } from "react";

/** How wide an element is now, in pixels; `first` until it has been measured. */
export function useWidth(element: RefObject<Element | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(measured);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
