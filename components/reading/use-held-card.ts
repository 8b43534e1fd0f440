"use client";

import { useEffect } from "react";
import { useDesk } from "./desk-state";
import { focusCard } from "./focus-card";
import type { MarginCard } from "./use-margin-layout";

/** Gives the focus to the thread that was opened by keys, once its card has found its place. */
export function useHeldCard(cards: MarginCard[], places: Map<string, number>): void {
  const { held, wantsFocus } = useDesk();
  useEffect(() => {
    if (!held || wantsFocus.current !== held) return;
    const isPlaced = cards.some((card) => card.id === held) && places.has(held);
    if (isPlaced && focusCard(held)) wantsFocus.current = null;
  }, [cards, places, held, wantsFocus]);
}
