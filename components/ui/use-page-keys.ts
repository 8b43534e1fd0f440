"use client";

import { useEffect, useRef } from "react";

/** Between the two keys of `g n`. Milliseconds. */
const CHORD = 1500;

/** Somebody is writing, choosing from a list or in a dialog: the page's keys are theirs. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]") !== null;

/** `?` needs AltGr or Shift on many keyboards; with Ctrl or ⌘ it is a command of the browser. */
const isCommand = (event: KeyboardEvent) =>
  event.metaKey || (event.key === "?" ? event.ctrlKey && !event.altKey : event.ctrlKey || event.altKey);

export type KeyActs = Record<string, (() => void) | undefined>;

/** The page's own keys: one (`j`), or `g` and another (`g n`). */
export function usePageKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });

  useEffect(() => {
    let began = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (isBusy(event.target) || isCommand(event) || event.isComposing || event.defaultPrevented) return;
      const chord = event.timeStamp - began < CHORD;
      began = event.key === "g" && !chord ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const act = latest.current[chord ? `g ${event.key}` : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
