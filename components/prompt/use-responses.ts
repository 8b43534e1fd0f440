"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { LiveStatus } from "@/components/live/connection";
import { lookEvery } from "@/components/live/use-page-live";
import { useTRPC } from "@/components/trpc/client";
import type { ResponseView } from "./shapes";

const idsOf = (responses: readonly ResponseView[]): ReadonlySet<string> =>
  new Set(responses.map((response) => response.id));

/**
 * A prompt's answers and replies, as the page brought them and as they come to be. What others post meanwhile is
 * counted and waits: it is shown when asked for.
 * @param status whether the page hears of what is new; else it asks more often
 */
export function useResponses(
  courseId: string,
  promptId: string,
  initial: ResponseView[],
  status: LiveStatus,
) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.response.ofPrompt.queryOptions({ courseId, promptId }, { initialData: initial });
  const { data } = useQuery({
    ...options,
    refetchInterval: lookEvery(status),
    refetchOnWindowFocus: "always",
  });
  const [shown, setShown] = useState(() => idsOf([...initial, ...data]));

  const { responses, waiting } = useMemo(() => {
    const isShown = (response: ResponseView) => response.mine || shown.has(response.id);
    return { responses: data.filter(isShown), waiting: data.filter((response) => !isShown(response)).length };
  }, [data, shown]);

  const update = (change: (responses: ResponseView[]) => ResponseView[]) =>
    client.setQueryData(options.queryKey, (held) => change(held ?? initial));
  const held = () => client.getQueryData(options.queryKey) ?? initial;

  return {
    responses,
    /** How many answers and replies have come that are not shown yet. */
    waiting,
    showWaiting: () => setShown(idsOf(held())),
    /** Puts in what a command answered: in place of what had its id, or at the end. */
    put: (saved: ResponseView) => {
      // An older look at the list must not take away what has just been written.
      void client.cancelQueries({ queryKey: options.queryKey });
      update((all) =>
        all.some((each) => each.id === saved.id)
          ? all.map((each) => (each.id === saved.id ? saved : each))
          : [...all, saved],
      );
    },
    drop: (id: string) => update((all) => all.filter((each) => each.id !== id && each.parentId !== id)),
    refresh: () => client.invalidateQueries({ queryKey: options.queryKey }),
    /** Looks anew, and shows all there is. */
    refreshAndShow: async () => {
      await client.invalidateQueries({ queryKey: options.queryKey });
      setShown(idsOf(held()));
    },
  };
}

export type Responses = ReturnType<typeof useResponses>;
