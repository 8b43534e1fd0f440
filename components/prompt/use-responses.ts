"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { ResponseView } from "./shapes";

/** A prompt's answers and replies, as the page brought them and as they come to be. */
export function useResponses(courseId: string, promptId: string, initial: ResponseView[]) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.response.ofPrompt.queryOptions({ courseId, promptId }, { initialData: initial });
  const { data } = useQuery(options);

  const update = (change: (responses: ResponseView[]) => ResponseView[]) =>
    client.setQueryData(options.queryKey, (held) => change(held ?? initial));

  return {
    responses: data,
    /** Puts in what a command answered: in place of what had its id, or at the end. */
    put: (saved: ResponseView) =>
      update((held) =>
        held.some((each) => each.id === saved.id)
          ? held.map((each) => (each.id === saved.id ? saved : each))
          : [...held, saved],
      ),
    drop: (id: string) => update((held) => held.filter((each) => each.id !== id)),
    refresh: () => client.invalidateQueries({ queryKey: options.queryKey }),
  };
}

export type Responses = ReturnType<typeof useResponses>;
