"use client";

import { type RefObject, useEffect, useRef } from "react";

const KEY = "glossa.evidence.left";

interface Left {
  address: string;
  card: string;
  /** How far the list was scrolled. */
  top: number;
}

const address = () => `${window.location.pathname}${window.location.search}`;

/** Before the page is left for the text: which card led there, and where its list stood. */
export function rememberCard(card: string): void {
  const list = document.querySelector(`[data-card="${CSS.escape(card)}"]`)?.closest("[data-list]");
  const left: Left = { address: address(), card, top: list?.scrollTop ?? 0 };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(left));
  } catch {
    // A browser that keeps nothing leads back to the cell all the same.
  }
}

function takeLeft(): Left | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const left = kept ? (JSON.parse(kept) as Left) : null;
    return left?.address === address() ? left : null;
  } catch {
    return null;
  }
}

/**
 * After coming back to the cell from the text: puts list and focus where they were, once `isReady` (the cards are
 * there). Returns a function that says whether the focus is still to be put there.
 */
export function useComeBack(list: RefObject<HTMLElement | null>, isReady: boolean) {
  const left = useRef<Left | null | undefined>(undefined);
  useEffect(() => {
    if (left.current === undefined) left.current = takeLeft();
    if (!isReady || !left.current) return;
    const { card, top } = left.current;
    left.current = null;
    if (list.current) list.current.scrollTop = top;
    list.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(card)}"]`)?.focus();
  }, [list, isReady]);
}
