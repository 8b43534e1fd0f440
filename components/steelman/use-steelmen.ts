"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { Steelman, SteelmanPlace } from "./shapes";

/** The prompt's steelmen as they stand, and a way to put a newer state in its place at once. */
export function useSteelmen({ courseId, promptId }: Pick<SteelmanPlace, "courseId" | "promptId">) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.steelman.ofPrompt.queryOptions({ courseId, promptId });
  const { data, error, isPending, refetch } = useQuery(options);

  const put = (saved: Steelman) =>
    client.setQueryData(options.queryKey, (held) => {
      if (!held) return held;
      const isNew = held.steelmen.every((each) => each.id !== saved.id);
      const steelmen = held.steelmen.map((each) => (each.id === saved.id ? saved : each));
      return { ...held, steelmen: isNew ? [...steelmen, saved] : steelmen };
    });
  const drop = (id: string) =>
    client.setQueryData(
      options.queryKey,
      (held) => held && { ...held, steelmen: held.steelmen.filter((each) => each.id !== id) },
    );
  return { data, error, isPending, refresh: refetch, put, drop };
}

export type HeldSteelmen = ReturnType<typeof useSteelmen>;
