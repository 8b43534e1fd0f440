"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { usePageLive } from "@/components/live/use-page-live";
import { useTRPC } from "@/components/trpc/client";

/** Asks for a prompt's answers and cases again when it hears that there is something new. */
export function usePromptLive(courseId: string, promptId: string, madeAt: number) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const place = { courseId, promptId };
  const look = {
    response: () => client.invalidateQueries({ queryKey: trpc.response.ofPrompt.queryKey(place) }),
    steelman: () => client.invalidateQueries({ queryKey: trpc.steelman.ofPrompt.queryKey(place) }),
  };
  const lookAtAll = () => {
    void look.response();
    void look.steelman();
  };
  return usePageLive({
    courseId,
    page: `prompt=${promptId}`,
    madeAt,
    onChanges: (changes) => {
      for (const kind of ["response", "steelman"] as const) {
        if (changes.some((change) => change.kind === kind)) void look[kind]();
      }
    },
    onAgain: lookAtAll,
    onView: () => {
      lookAtAll();
      // Why others' answers do not show, or that they do, stands on the page itself.
      router.refresh();
    },
  });
}
