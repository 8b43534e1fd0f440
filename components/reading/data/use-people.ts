"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { Voice } from "@/domain/comment/voice";
import { useDesk } from "../desk-state";

const nobody: Voice[] = [];

/** Who takes part in this discussion, asked for once somebody wants to know. */
export function usePeople(wanted = true): Voice[] {
  const trpc = useTRPC();
  const { courseId, page } = useDesk();
  const { data } = useQuery(
    trpc.comment.people.queryOptions(
      { courseId, readingId: page.id },
      { enabled: wanted, staleTime: 5 * 60_000 },
    ),
  );
  return data ?? nobody;
}
