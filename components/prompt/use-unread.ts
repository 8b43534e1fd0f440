"use client";

import { useRef, useState } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import type { ResponseView } from "./shapes";

const none: readonly string[] = [];

/** What this person has not read yet, and a way to say that they have. */
export function useUnread(courseId: string, responses: readonly ResponseView[]) {
  const client = useTRPCClient();
  const [seen, setSeen] = useState(none);
  const told = useRef(new Set<string>());

  return {
    isUnread: (id: string) =>
      !seen.includes(id) && responses.some((response) => response.id === id && response.unread),
    see: (ids: readonly string[]) => {
      const fresh = ids.filter((id) => !told.current.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) told.current.add(id);
      setSeen((held) => [...held, ...fresh]);
      client.response.seen
        .mutate({ courseId, ids: fresh })
        // Lost, it is said again when it is looked at again.
        .catch(() => {
          for (const id of fresh) told.current.delete(id);
          setSeen((held) => held.filter((id) => !fresh.includes(id)));
        });
    },
  };
}
