"use client";

import { useEffect, useRef } from "react";
import { isCommand, isHeldDown, isTyping } from "./typing";

export interface DeskKeys {
  /** A digit from 1. */
  onLevel: (digit: number) => void;
  onSaveNext: () => void;
  /** By key; what is left out does nothing now. */
  acts: Readonly<Record<string, (() => void) | undefined>>;
}

/** The keys of the grading bench. While one is writing only ⌘/Ctrl + Enter works, and Escape leaves the field. */
export function useDeskKeys(keys: DeskKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const now = newest.current;
      if (document.querySelector("[role=dialog], dialog[open]")) return;
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.isComposing) {
        event.preventDefault();
        if (!isHeldDown(event)) now.onSaveNext();
        return;
      }
      if (event.key === "Escape" && event.target instanceof HTMLElement && isTyping(event.target)) {
        event.target.blur();
      }
      if (!isCommand(event) || isHeldDown(event)) return;
      const command = /^[1-9]$/.test(event.key)
        ? () => now.onLevel(Number(event.key))
        : now.acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener("keydown", follow);
    return () => window.removeEventListener("keydown", follow);
  }, []);
}
