"use client";

import { useEffect } from "react";
import { useDesk } from "./desk-state";
import type { MarginCard } from "./use-margin-layout";

/** Gives the focus to the thread that was opened by keys, once its card has found its place. */
export function useHeldCard(cards: MarginCard[], places: Map<string, number>): void {
  const { held, wantsFocus } = useDesk();
  useEffect(() => {
    if (!held || wantsFocus.current !== held) return;
    const isPlaced = cards.some((card) => card.id === held) && places.has(held);
    const card = isPlaced ? document.getElementById(`t-${held}`) : null;
    if (!card) return;
    wantsFocus.current = null;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }, [cards, places, held, wantsFocus]);
}
