"use client";

import { useSyncExternalStore } from "react";

/** On a narrow screen the rail is a strip; opened, it lies over the text. */
const NARROW = "(max-width: 1180px)";

let isOpen = false;
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function setRailOpen(open: boolean): void {
  if (open === isOpen) return;
  isOpen = open;
  for (const watcher of watchers) watcher();
}

export const useRailOpen = (): boolean =>
  useSyncExternalStore(
    watch,
    () => isOpen,
    () => false,
  );

/** Brings the focus to the filters, wherever the rail is. */
export function focusFilters(): void {
  if (window.matchMedia(NARROW).matches) setRailOpen(true);
  // The drawer has to stand before anything in it can take the focus.
  setTimeout(() => {
    const filters = document.getElementById("rail-filters");
    const pressed =
      filters?.querySelector<HTMLElement>("[aria-pressed=true]") ?? filters?.querySelector("button");
    pressed?.focus();
  }, 0);
}
