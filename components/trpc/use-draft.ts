"use client";

import { useCallback, useEffect, useState } from "react";
import { newId } from "./new-id";

const place = (key: string) => `glossa.draft.${key}`;

/** Storage can be full, switched off or private: a draft that cannot be kept must not stop the writing. */
function read(key: string): string | null {
  try {
    return window.localStorage.getItem(place(key));
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): boolean {
  try {
    if (text === null || text === "") window.localStorage.removeItem(place(key));
    else window.localStorage.setItem(place(key), text);
    return true;
  } catch {
    return false;
  }
}

export interface DraftState {
  /** Since when the text is on this device; null while there is none, or none can be kept. */
  keptAt: Date | null;
  /**
   * The id under which the text is sent. It is kept with it: sent again, after a reload or an answer that was lost,
   * it is still one thing.
   */
  id: () => string;
  /** Forgets the draft, after what it holds has been acknowledged. */
  clear: () => void;
}

/**
 * A text kept on this device at every keystroke, under `key` (put the person's id in it). Starts from what is kept,
 * else from `initial`. Another tab's changes arrive here while this one is not being typed in.
 */
export function useDraft(key: string, initial = ""): [string, (text: string) => void, DraftState] {
  const [text, setText] = useState(initial);
  const [keptAt, setKeptAt] = useState<Date | null>(null);

  useEffect(() => {
    const kept = read(key);
    setText(kept ?? initial);
    setKeptAt(kept === null ? null : new Date());
  }, [key, initial]);

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === place(key) && !document.hasFocus()) setText(event.newValue ?? "");
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [key]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      setKeptAt(write(key, next) && next !== "" ? new Date() : null);
    },
    [key],
  );

  const id = useCallback(() => {
    const known = read(`${key}.id`);
    if (known) return known;
    const made = newId();
    write(`${key}.id`, made);
    return made;
  }, [key]);

  const clear = useCallback(() => {
    write(key, null);
    write(`${key}.id`, null);
    setText("");
    setKeptAt(null);
  }, [key]);

  return [text, change, { keptAt, id, clear }];
}
