"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";

/** Takes an extension back; the list is read again either way. */
export function useWithdrawExtension(courseId: string, assignmentId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const withdrawing = useMutation(
    trpc.extension.withdraw.mutationOptions({
      onSettled: () =>
        queries.invalidateQueries({
          queryKey: trpc.extension.list.queryKey({ courseId, assignmentId }),
        }),
    }),
  );
  return {
    withdraw: ({ id, version }: { id: string; version: number }) =>
      withdrawing.mutate({ courseId, id, version }),
    busy: withdrawing.isPending,
    refused: withdrawing.error ? sentence(withdrawing.error) : null,
  };
}
