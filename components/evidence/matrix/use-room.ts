"use client";

import { useSyncExternalStore } from "react";

const query = "(min-width: 1181px)";

function watch(tell: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
}

/** Whether something stands beside the matrix, rather than under it. */
export const useRoom = (): boolean =>
  useSyncExternalStore(
    watch,
    () => window.matchMedia(query).matches,
    () => true,
  );
