"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { noFilter } from "@/domain/comment/filter";
import { useDesk } from "../desk-state";

/** How much talk is where, what is painted, and how many threads each filter leaves. */
export function useDigest() {
  const trpc = useTRPC();
  const { courseId, page, filter } = useDesk();
  const isPlain = filter.show === noFilter.show && filter.person === null;
  const { data } = useQuery(
    trpc.comment.digest.queryOptions(
      { courseId, readingId: page.id, filter },
      { placeholderData: keepPreviousData, ...(isPlain && { initialData: page.digest }) },
    ),
  );
  return data ?? page.digest;
}
