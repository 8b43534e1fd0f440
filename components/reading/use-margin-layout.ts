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
      const wishes: Wish[] = cards.map((card) => ({
        id: card.id,
        top: lineOf(card.place, box),
        height: document.getElementById(`t-${card.id}`)?.offsetHeight ?? 0,
      }));
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
