"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { countDrafts, onAnyDraft, recallDrafts } from "./drafts";

/** How many unsent drafts this device keeps under keys that begin with `prefix` (put the person's id in it). */
export function useDraftCount(prefix: string): number {
  useEffect(() => {
    recallDrafts(prefix);
  }, [prefix]);
  const count = useCallback(() => countDrafts(prefix), [prefix]);
  return useSyncExternalStore(onAnyDraft, count, () => 0);
}
