"use client";

import { useEffect, useRef } from "react";
import { isCommand } from "./typing";

interface DeskKeys {
  /** A digit from 1. */
  onLevel: (digit: number) => void;
  onNext: () => void;
  onPrevious: () => void;
  onFeedback: () => void;
  onSaveNext: () => void;
  onHelp: () => void;
}

/** The keys of the grading bench. Only ⌘/Ctrl + Enter works while one is writing. */
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
        now.onSaveNext();
        return;
      }
      if (!isCommand(event)) return;
      const commands: Record<string, () => void> = {
        n: now.onNext,
        p: now.onPrevious,
        f: now.onFeedback,
        "?": now.onHelp,
      };
      const command = /^[1-9]$/.test(event.key)
        ? () => now.onLevel(Number(event.key))
        : commands[event.key.toLowerCase()];
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener("keydown", follow);
    return () => window.removeEventListener("keydown", follow);
  }, []);
}
