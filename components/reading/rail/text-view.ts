"use client";

import { useSyncExternalStore } from "react";

/** What of the text is in sight. Positions in the text. */
export interface TextView {
  /** The paragraph being read; null before the text has been reached. */
  at: number | null;
  /** Its ¶ number; null for what is not counted. */
  number: number | null;
  /** Paragraphs that are counted. */
  total: number;
  first: number;
  last: number;
}

/** The line of the screen at which somebody reads: what crosses it is being read. */
const READING_LINE = "-26% 0px -73% 0px";

const positionOf = (element: Element) => Number((element as HTMLElement).dataset.p);

/**
 * Watches the text by the browser's own observers: no scroll handler, no layout per paragraph. The paragraph being
 * read is the one that has the focus while it is in sight, else the one at the reading line, and at the very end the
 * last.
 */
function watch(tell: (view: TextView) => void): () => void {
  const paragraphs = [...document.querySelectorAll<HTMLElement>(".page .p[data-p]")];
  const byPosition = new Map(paragraphs.map((paragraph) => [positionOf(paragraph), paragraph]));
  const total = paragraphs.filter((paragraph) => paragraph.dataset.n !== undefined).length;
  const end = paragraphs.at(-1);
  const inSight = new Set<number>();
  let reached: number | null = null;
  let focused: number | null = null;
  let isAtEnd = false;

  const say = () => {
    const here = focused !== null && inSight.has(focused) ? focused : null;
    const at = here ?? (isAtEnd && end && reached !== null ? positionOf(end) : reached);
    const number = Number(at === null ? undefined : byPosition.get(at)?.dataset.n);
    const sights = [...inSight];
    tell({
      at,
      number: Number.isNaN(number) ? null : number,
      total,
      first: Math.min(...sights),
      last: Math.max(...sights),
    });
  };
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio } of entries) {
        if (isIntersecting) inSight.add(positionOf(target));
        else inSight.delete(positionOf(target));
        if (target === end) isAtEnd = intersectionRatio > 0.99;
      }
      say();
    },
    { rootMargin: "-50px 0px -40px 0px", threshold: [0, 1] },
  );
  const line = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) reached = positionOf(target);
      say();
    },
    { rootMargin: READING_LINE },
  );
  for (const paragraph of paragraphs) {
    sight.observe(paragraph);
    line.observe(paragraph);
  }
  const onFocus = ({ target }: FocusEvent) => {
    const paragraph = target instanceof Element ? target.closest<HTMLElement>(".page .p[data-p]") : null;
    focused = paragraph ? positionOf(paragraph) : focused;
    if (paragraph) say();
  };
  document.addEventListener("focusin", onFocus);
  return () => {
    sight.disconnect();
    line.disconnect();
    document.removeEventListener("focusin", onFocus);
  };
}

const isSame = (a: TextView | null, b: TextView) =>
  a?.at === b.at && a.first === b.first && a.last === b.last && a.total === b.total;

const subscribers = new Set<() => void>();
let current: TextView | null = null;
let stop: (() => void) | null = null;

function subscribe(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  stop ??= watch((view) => {
    if (isSame(current, view)) return;
    current = view;
    for (const told of subscribers) told();
  });
  return () => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    stop?.();
    stop = null;
    current = null;
  };
}

const snapshot = () => current;
const onServer = () => null;

/** What of the text is in sight; null until the page stands. */
export const useTextView = (): TextView | null => useSyncExternalStore(subscribe, snapshot, onServer);
