"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useDesk } from "../desk-state";

/** As long as nobody is kept waiting by it (ms). */
const PATIENCE = 3000;

/** After the page has been drawn and has had a moment for whoever uses it. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const go = () => setIdle(true);
    // Safari has no idle callbacks.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(go, PATIENCE / 3);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(go, { timeout: PATIENCE });
    return () => cancelIdleCallback(asked);
  }, []);
  return isIdle;
}

/**
 * How often each paragraph is put to work, and the frame that evidence is filed in: one request after the page stands,
 * or at once where it is `wanted`.
 */
export function useCited({ wanted = false }: { wanted?: boolean } = {}) {
  const trpc = useTRPC();
  const { courseId, page } = useDesk();
  const isIdle = useIdle();
  return useQuery(
    trpc.citation.ofReading.queryOptions(
      { courseId, readingId: page.id },
      { enabled: wanted || isIdle, staleTime: 60_000 },
    ),
  );
}

/** Everything in which one paragraph is cited. */
export function useCitedParagraph(paragraphId: string | null) {
  const trpc = useTRPC();
  const { courseId, page } = useDesk();
  return useQuery(
    trpc.citation.ofParagraph.queryOptions(
      { courseId, readingId: page.id, paragraphId: paragraphId ?? "" },
      { enabled: paragraphId !== null, staleTime: 10_000 },
    ),
  );
}
