"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { Difference, TermPage } from "./shapes";

/** A term's differences as they change on this page. */
export function useDifferences(courseId: string, termId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentence = useRefusal();
  const { queryKey } = trpc.term.page.queryOptions({ courseId, termId });
  const change = useCallback(
    (how: (differences: Difference[]) => Difference[]) =>
      client.setQueryData(queryKey, (page: TermPage | undefined) =>
        page ? { ...page, differences: how(page.differences) } : page,
      ),
    [client, queryKey],
  );
  const deleting = useMutation(
    trpc.term.deleteDifference.mutationOptions({
      onSuccess: ({ id }) => change((all) => all.filter((each) => each.id !== id)),
    }),
  );
  return {
    add: (difference: Difference) =>
      change((all) => [...all.filter(({ id }) => id !== difference.id), difference]),
    count: (id: string, notes: number) =>
      change((all) => all.map((each) => (each.id === id ? { ...each, notes } : each))),
    remove: (id: string) => deleting.mutate({ courseId, id }),
    fault: deleting.error ? sentence(deleting.error) : null,
  };
}
