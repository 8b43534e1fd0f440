"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { positionOf } from "@/components/reading/dom-range";
import { useTRPC } from "@/components/trpc/client";
import { formatCursor, parseCursor } from "@/domain/comment/cursor";
import { countWaiting, isStill } from "@/domain/comment/waiting";
import type { Frame } from "@/domain/comment/wire";
import { connect } from "./connection";
import { commentsOf, redrawComments, refreshAll, showComments } from "./frames";
import { type Here, LiveState } from "./live-state";
import { whileInSight } from "./while-in-sight";

const LiveContext = createContext<LiveState | null>(null);

interface LiveProviderProps {
  courseId: string;
  readingId: string;
  /** The version of the text that stands on the page. */
  versionId: string;
  /** Up to which events the page was made. */
  cursor: string;
  /** The key of this person's own voice. */
  me: string;
  children: ReactNode;
}

/** Keeps the reader's page up to date with what others do, and with what its own outbox has sent. */
export function LiveProvider({ courseId, readingId, versionId, cursor, me, children }: LiveProviderProps) {
  const client = useQueryClient();
  const trpc = useTRPC();
  const router = useRouter();
  const key = useRef(me);
  key.current = me;
  // The state lives as long as the page: a later cursor or key must not begin it anew.
  const first = useRef(cursor);
  const state = useMemo(
    () =>
      new LiveState(
        readingId,
        first.current,
        () => key.current,
        (frames) => {
          const show = frames.every(isStill) ? redrawComments : showComments;
          show(client, trpc, commentsOf(frames), positionOf);
        },
      ),
    [client, trpc, readingId],
  );

  useEffect(() => {
    const onEvent = ({ id, name, data }: { id: string | undefined; name: string; data: string }) => {
      if (name === "comment") state.take(JSON.parse(data) as Frame);
      else if (name === "presence") {
        const { gone, ...here } = JSON.parse(data) as Here & { gone?: boolean };
        state.see(here, gone ?? false);
      } else if (name === "moved") state.setMoved(true);
      else if (name === "at") state.reach(parseCursor(data));
      else if (name === "reset") {
        state.restart(parseCursor(data));
        refreshAll(client, trpc);
        router.refresh();
      }
      if (id) state.reach(parseCursor(id));
    };
    const url = `/api/stream?course=${courseId}&reading=${readingId}&version=${versionId}`;
    state.setMoved(false);
    const cursorNow = () => formatCursor(state.cursor());
    const stop = whileInSight(() => connect(url, { cursor: cursorNow, onEvent, onStatus: state.setStatus }));
    const tidy = setInterval(state.forgetGone, 5000);
    return () => {
      stop();
      clearInterval(tidy);
    };
  }, [client, courseId, readingId, router, state, trpc, versionId]);

  const { onSent } = useOutbox();
  useEffect(
    () =>
      onSent((_item, result) => {
        // The queue is one for all of the person's pages: what belongs to another reading is sent from here as well.
        if (result.readingId === readingId) showComments(client, trpc, [result], positionOf);
      }),
    [client, onSent, readingId, trpc],
  );

  return <LiveContext value={state}>{children}</LiveContext>;
}

function useLive(): LiveState {
  const state = useContext(LiveContext);
  if (!state) throw new Error("this stands outside a LiveProvider");
  return state;
}

/** What others did that is not shown yet. */
export function useWaiting() {
  const state = useLive();
  const look = () => state.view().waiting;
  const waiting = useSyncExternalStore(state.watch, look, look);
  return useMemo(() => countWaiting(waiting), [waiting]);
}

/** Shows what waits, all or of one thread. */
export const useShowWaiting = () => useLive().showWaiting;

/** Whether a comment has to wait until it is asked for; another function once something has been asked for. */
export function useHoldsBack(): (id: string) => boolean {
  const state = useLive();
  const look = () => state.view().holdsBack;
  return useSyncExternalStore(state.watch, look, look);
}

/** How many new comments wait in one thread. */
export function useFreshIn(threadId: string): number {
  const state = useLive();
  const look = () => state.view().fresh.get(threadId) ?? 0;
  return useSyncExternalStore(state.watch, look, look);
}

/** Who else is reading here, and whether the line stands. */
export function usePresence() {
  const state = useLive();
  const look = () => state.view().here;
  const here = useSyncExternalStore(state.watch, look, look);
  const lookAtLine = () => state.view().status;
  const status = useSyncExternalStore(state.watch, lookAtLine, lookAtLine);
  return { here, status };
}

/** Whether the text has had a new version since it was put on the page. */
export function useMoved(): boolean {
  const state = useLive();
  const look = () => state.view().moved;
  return useSyncExternalStore(state.watch, look, look);
}
