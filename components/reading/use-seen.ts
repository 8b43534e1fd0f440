"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { useThread } from "./data/use-thread";
import { useDesk } from "./desk-state";
import type { Head } from "./reader-types";

/** A card that stood on the screen this long has been seen. Milliseconds. */
const LOOKED_AT = 2500;

const isOnScreen = (card: HTMLElement) => {
  const { top, bottom } = card.getBoundingClientRect();
  return top < window.innerHeight - 60 && bottom > 60;
};

/**
 * Tells the server what this person has seen, so that it is no longer unread on any of their devices: first comments
 * whose card stood on the screen for a while, and threads that were opened. What is marked unread here stays so until
 * the page asks anew: nothing changes under the eye.
 */
export function useSeen(shown: Head[]): void {
  const client = useTRPCClient();
  const { courseId, page, held, me } = useDesk();
  const { comments } = useThread(held);
  /** How far each thread has been reported. */
  const told = useRef(new Map<string, string>());
  const latest = useRef({ shown, held, comments });
  latest.current = { shown, held, comments };

  useEffect(() => {
    const since = new Map<string, number>();
    const look = () => {
      if (document.visibilityState !== "visible") return;
      const { shown: heads, held: open, comments: replies } = latest.current;
      const seen: { id: string; through: string }[] = [];
      const note = (id: string, through: string) => {
        if ((told.current.get(id) ?? "") < through) seen.push({ id, through });
      };
      for (const { root, unread } of heads) {
        const card = unread > 0 && document.getElementById(`t-${root.id}`);
        if (!card || root.pending || !isOnScreen(card)) {
          since.delete(root.id);
          continue;
        }
        const begun = since.get(root.id) ?? Date.now();
        since.set(root.id, begun);
        if (Date.now() - begun >= LOOKED_AT) note(root.id, root.createdAt);
      }
      const others = replies.filter((reply) => reply.author.key !== me.key && !reply.pending);
      const newest = others
        .map((reply) => reply.createdAt)
        .sort()
        .at(-1);
      if (open && newest) note(open, newest);
      if (seen.length === 0) return;
      for (const { id, through } of seen) told.current.set(id, through);
      client.comment.seen
        .mutate({ courseId, seen: { readingId: page.id, threads: seen.slice(0, 200) } })
        // Lost, it is said again when it is looked at again.
        .catch(() => {
          for (const { id } of seen) told.current.delete(id);
        });
    };
    const timer = setInterval(look, 1500);
    return () => clearInterval(timer);
  }, [client, courseId, me.key, page.id]);
}
