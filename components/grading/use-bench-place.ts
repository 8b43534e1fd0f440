"use client";

import { useSearchParams } from "next/navigation";
import { type BenchPlace, readPlace, writePlace } from "./place";

/** Where one is on the bench. It is in the address, and changes without a page from the server. */
export function useBenchPlace(base: string) {
  const place = readPlace(new URLSearchParams(useSearchParams()));
  const hrefOf = (change: Partial<BenchPlace>) => {
    const query = writePlace({ ...place, ...change });
    return query ? `${base}?${query}` : base;
  };
  return {
    place,
    hrefOf,
    /** A student is a place to come back to; how the queue is looked at is not. */
    go: (change: Partial<BenchPlace>) => {
      const href = hrefOf(change);
      if (change.studentId) window.history.pushState(null, "", href);
      else window.history.replaceState(null, "", href);
    },
  };
}
