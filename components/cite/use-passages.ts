"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { Chip, CitingText } from "@/domain/prompt/citation";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { chipsOf } from "./chips-of";

const none: CitablePassage[] = [];

/** The paragraphs that can be cited in a course, fetched once they are wanted. */
export function usePassages(courseId: string, wanted: boolean) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.prompt.passages.queryOptions({ courseId }, { enabled: wanted, staleTime: 5 * 60_000 }),
  );
  const passages = data ?? none;
  return {
    passages,
    /** Until the passages are known, a mark is to be taken at its word. */
    isKnown: data !== undefined,
    /** The chips of a text that the server has not seen yet; see `chipsOf`. */
    chipsOf: (text: string, former?: CitingText<Chip> | null) => chipsOf(text, passages, former ?? null),
  };
}
