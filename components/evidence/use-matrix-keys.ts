"use client";

import { useEffect, useRef } from "react";

/** Somebody is writing, choosing from a list or in a dialog: the page's keys are theirs. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable=true], .ev-form, [role=dialog], [role=menu]") !==
    null;

const isOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role=dialog], [role=menu], [role=alertdialog]") !== null;

export interface MatrixActs {
  add: () => void;
  toPassage: () => void;
  contested: () => void;
  empty: () => void;
  relation: (number: number) => void;
  /** Undefined where nothing waits. */
  show: (() => void) | undefined;
  list: () => void;
  /** Undefined where nothing is open. */
  close: (() => void) | undefined;
}

/** The page's keys; those of the grid are the grid's own. */
export function useMatrixKeys(acts: MatrixActs) {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  }, [acts]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === "Escape") {
        if (now.close && !isOverlay(event.target) && !isBusy(event.target)) now.close();
        return;
      }
      if (isBusy(event.target) || event.metaKey || event.ctrlKey) return;
      // Many keyboards have the question mark only with AltGr or Option.
      if (event.altKey && event.key !== "?") return;
      const keys: Record<string, (() => void) | undefined> = {
        e: now.add,
        g: now.toPassage,
        m: now.contested,
        u: now.empty,
        r: now.show,
        "1": () => now.relation(0),
        "2": () => now.relation(1),
        "3": () => now.relation(2),
        "?": now.list,
      };
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
