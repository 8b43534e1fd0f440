"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { layMargin, type Wish } from "@/domain/reading/margin";
import { paragraphAt, paragraphElement, rangeIn } from "./dom-range";
import type { Place } from "./reader-types";

const GAP = 8;
const TOP = 12;
/** Room below the last card, so that the status bar does not cover it. */
const BELOW = 90;

export interface MarginCard {
  id: string;
  position: number;
  place: Place;
}

/** The height on the page of what a card is about. */
function lineOf({ position, place }: MarginCard, margin: DOMRect): number {
  const element = place.paragraphId ? paragraphElement(place.paragraphId) : paragraphAt(position);
  if (!element) return TOP;
  const { passage } = place;
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

/** Paragraphs above the window whose cards still push the ones in it. */
const REMEMBERED = 12;

/**
 * Tops of the margin's cards by id. Every card is measured in one pass and placed in another; again when a card, the
 * text or the window changes its size. Cards just above, which have been measured and are no longer drawn, keep their
 * room: what is on the screen does not move when they go.
 */
export function useMarginLayout(
  margin: RefObject<HTMLElement | null>,
  cards: MarginCard[],
  held: string | null,
): Map<string, number> {
  const [places, setPlaces] = useState<Map<string, number>>(new Map());
  const measured = useRef(new Map<string, { card: MarginCard; height: number }>());

  useLayoutEffect(() => {
    const element = margin.current;
    if (!element) return;
    const drawn = new Set(cards.map((card) => card.id));
    const first = cards.find((card) => card.position > 0)?.position ?? 0;
    const measure = () => {
      const box = element.getBoundingClientRect();
      for (const card of cards) {
        const height = document.getElementById(`t-${card.id}`)?.offsetHeight;
        if (height) measured.current.set(card.id, { card, height });
      }
      const above = [...measured.current.values()]
        .filter(({ card }) => !drawn.has(card.id) && card.position < first)
        .filter(({ card }) => card.position > first - REMEMBERED)
        .map(({ card }) => card)
        .sort(byPlace);
      const wishes = [...above, ...cards].map((card): Wish => {
        const height = measured.current.get(card.id)?.height ?? 0;
        const line = lineOf(card, box);
        return { id: card.id, height, top: card.id === held ? onScreen(line, height, box) : line };
      });
      const next = layMargin(wishes, held, GAP, TOP);
      // Cards may reach below the end of the text: they are to be scrolled to as well.
      const bottoms = wishes.map(({ id, height }) => (next.get(id) ?? 0) + height);
      element.style.minHeight = `${Math.max(0, ...bottoms) + BELOW}px`;
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

/** In the order of the text. */
export const byPlace = (a: MarginCard, b: MarginCard) =>
  a.position - b.position || (a.place.passage?.start ?? -1) - (b.place.passage?.start ?? -1);
