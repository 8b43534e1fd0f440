"use client";

import { useEffect, useState } from "react";

/** Just below the bar: what stands here is what is being read. Pixels from the window's top. */
const EYE = 140;

/** Position of the paragraph that is being read; null while none is in sight. */
export function positionInView(): number | null {
  const page = document.querySelector(".page");
  if (!page) return null;
  const box = page.getBoundingClientRect();
  const x = box.left + box.width / 2;
  for (let y = EYE; y < window.innerHeight - EYE; y += 40) {
    const found = document
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>(".page [data-p]"))
      .find((element) => element !== null);
    if (found?.dataset.p) return Number(found.dataset.p);
  }
  return null;
}

/** Positions of the paragraphs on the screen and somewhat above and below it, in order. */
export function useNear(): number[] {
  const [near, setNear] = useState<number[]>([]);
  useEffect(() => {
    const inside = new Set<number>();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const position = Number(target instanceof HTMLElement ? target.dataset.p : 0);
          if (isIntersecting) inside.add(position);
          else inside.delete(position);
        }
        setNear([...inside].sort((a, b) => a - b));
      },
      { rootMargin: "60% 0px" },
    );
    for (const paragraph of document.querySelectorAll(".page [data-p]")) watch.observe(paragraph);
    return () => watch.disconnect();
  }, []);
  return near;
}
