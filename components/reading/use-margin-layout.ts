"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { layMargin, type Wish } from "@/domain/reading/margin";
import { paragraphElement, rangeIn } from "./dom-range";
import type { Place } from "./reader-types";

const GAP = 8;
const TOP = 12;

export interface MarginCard {
  id: string;
  place: Place;
}

/** The height on the page of what a card is about. */
function lineOf({ paragraphId, passage }: Place, margin: DOMRect): number {
  const element = paragraphId ? paragraphElement(paragraphId) : null;
  if (!element) return TOP;
  const range = passage && rangeIn(element, passage.start, passage.end);
  const box = (range ?? element).getBoundingClientRect();
  return box.top - margin.top - 4;
}

/** The bars above and below the page, in pixels. */
const BARS = { top: 52, bottom: 42 };

/** The held card stands by its line, but never so low that its foot, where one writes, leaves the screen. */
function onScreen(line: number, height: number, margin: DOMRect): number {
  const top = BARS.top - margin.top;
  const lowest = window.innerHeight - BARS.bottom - margin.top - height;
  const isLineInView = line > top - height && line < window.innerHeight - margin.top;
  return isLineInView ? Math.max(top, Math.min(line, lowest)) : line;
}

const isSame = (a: Map<string, number>, b: Map<string, number>) =>
  a.size === b.size && [...a].every(([id, top]) => b.get(id) === top);

/**
 * Tops of the margin's cards by id. Every card is measured in one pass and placed
 * in another; again when a card, the text or the window changes its size.
 */
export function useMarginLayout(
  margin: RefObject<HTMLElement | null>,
  cards: MarginCard[],
  held: string | null,
) {
  const [places, setPlaces] = useState<Map<string, number>>(new Map());

  useLayoutEffect(() => {
    const element = margin.current;
    if (!element) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const wishes = cards.map((card): Wish => {
        const height = document.getElementById(`t-${card.id}`)?.offsetHeight ?? 0;
        const line = lineOf(card.place, box);
        return { id: card.id, height, top: card.id === held ? onScreen(line, height, box) : line };
      });
      const next = layMargin(wishes, held, GAP, TOP);
      setPlaces((current) => (isSame(current, next) ? current : next));
    };
    measure();
    const watch = new ResizeObserver(measure);
    for (const card of cards) {
      const node = document.getElementById(`t-${card.id}`);
      if (node) watch.observe(node);
    }
    const text = document.querySelector(".page");
    if (text) watch.observe(text);
    return () => watch.disconnect();
  }, [cards, held, margin]);

  return places;
}
