"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

/** Marks what has been read, one or all up to a moment, and has every count and list of it say so. */
export function useRead() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: trpc.notification.pathKey() });
  const one = useMutation(trpc.notification.read.mutationOptions({ onSettled }));
  const all = useMutation(trpc.notification.readAll.mutationOptions({ onSettled }));
  return {
    read: (id: string) => one.mutate({ id }),
    readAll: (through: Date) => all.mutate({ through }),
    isReading: all.isPending,
    isRead: all.isSuccess,
    error: all.error,
  };
}
