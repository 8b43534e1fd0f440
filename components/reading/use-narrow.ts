"use client";

import { useSyncExternalStore } from "react";

const query = "(max-width: 860px)";

function watch(tell: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
}

/** Whether the threads come as a sheet over the text instead of beside it. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    watch,
    () => window.matchMedia(query).matches,
    () => false,
  );
