"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type MatrixView, readView, writeView } from "./view";

/** What is looked at stands in the address: it can be sent to somebody, and Back leads to what was seen before. */
export function useMatrixView() {
  const params = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback((next: Partial<MatrixView>, how: "push" | "replace" = "push") => {
    const now = readView(new URLSearchParams(window.location.search));
    const query = writeView({ ...now, ...next });
    const address = `${window.location.pathname}${query && `?${query}`}`;
    if (address === `${window.location.pathname}${window.location.search}`) return;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }, []);
  return { view, change };
}
