"use client";

import { useQuery } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useMemo } from "react";
import { useHoldsBack } from "@/components/live/live-provider";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { useTRPC } from "@/components/trpc/client";
import { threadWithOutbox } from "@/domain/comment/overlay";
import { useDesk } from "../desk-state";
import type { Comment } from "../reader-types";
import { useMyVoice } from "./use-me";

const none: Comment[] = [];

/** What was asked for is not there, or not for this person; that it could not be asked for is something else. */
function isNotThere(error: unknown): boolean {
  const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : null;
  return status === 400 || status === 404;
}

/**
 * One thread in full, its root first, with one's own replies that are still on their way. Until it is there, and where
 * it cannot be had, those stand under `known`, the root that is on the page already.
 */
export function useThread(threadId: string | null, known?: Comment) {
  const trpc = useTRPC();
  const { courseId } = useDesk();
  const { items } = useOutbox();
  const holdsBack = useHoldsBack();
  const me = useMyVoice();
  // A thread that has not been sent yet is nowhere to be asked for.
  const isQueued = items.some((item) => item.write.kind === "post" && item.write.comment.id === threadId);
  const { data, isPending, isError, error, refetch } = useQuery(
    trpc.comment.thread.queryOptions(
      { courseId, threadId: threadId ?? "" },
      { enabled: threadId !== null && !isQueued, staleTime: 10_000 },
    ),
  );
  const comments: Comment[] = useMemo(() => {
    const loaded = data?.comments.filter((comment) => !holdsBack(comment.id));
    const there = loaded ?? (known ? [known] : none);
    return there.length > 0 ? threadWithOutbox(there, items, me) : none;
  }, [data, holdsBack, items, known, me]);
  return {
    comments,
    seenThrough: data?.seenThrough ?? null,
    loading: isPending && threadId !== null && !isQueued,
    failed: isError && data === undefined,
    /** Nothing stands under this id. */
    missing: data ? data.comments.length === 0 : isNotThere(error),
    again: () => {
      refetch();
    },
  };
}
