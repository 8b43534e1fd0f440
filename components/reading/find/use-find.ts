"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { AppRouter } from "@/server/trpc/root";

export type FoundIn = inferRouterOutputs<AppRouter>["reading"]["search"];

/** One result, in the order in which the arrow keys go through them. */
export type Option =
  | { kind: "text"; key: string; found: FoundIn["paragraphs"][number] }
  | { kind: "comment"; key: string; found: FoundIn["comments"][number] };

/** Milliseconds after the last key before it is looked for. */
const PAUSE = 200;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === "" ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export const optionsOf = (found: FoundIn): Option[] => [
  ...found.paragraphs.map((each) => ({ kind: "text" as const, key: `p${each.position}`, found: each })),
  ...found.comments.map((each) => ({ kind: "comment" as const, key: each.id, found: each })),
];

/** What is found for the words typed, a moment after the last key; the last answer stands until the next is there. */
export function useFind({ courseId, readingId, words, on }: FindInput) {
  const trpc = useTRPC();
  const asked = useSettled(words.trim());
  const enabled = on && asked !== "";
  const query = useQuery(
    trpc.reading.search.queryOptions(
      { courseId, readingId, words: asked },
      { enabled, placeholderData: keepPreviousData, staleTime: 15_000 },
    ),
  );
  return {
    found: enabled ? query.data : undefined,
    isLooking: on && words.trim() !== "" && (asked !== words.trim() || query.isFetching),
    error: enabled ? query.error : null,
    again: () => void query.refetch(),
  };
}

interface FindInput {
  courseId: string;
  readingId: string;
  words: string;
  on: boolean;
}
