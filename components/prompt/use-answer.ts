"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { type ResponseDraft, useResponseDraft } from "./use-response-draft";
import type { Responses } from "./use-responses";

interface Place {
  courseId: string;
  promptId: string;
  meId: string;
}

/** This person's answer to a prompt: what the server holds, what is being written, and how the one becomes the other. */
export function useAnswer({ courseId, promptId, meId }: Place, { responses, put, refresh }: Responses) {
  const trpc = useTRPC();
  const sentence = useRefusal();
  const mine = responses.find((response) => response.mine && response.parentId === null) ?? null;
  const writing = useResponseDraft(`response.${meId}.${promptId}`, mine);

  const settled = (sent: ResponseDraft) => ({
    onSuccess: (saved: (typeof responses)[number]) => {
      put(saved);
      writing.settle(sent, saved);
    },
    onError: (error: unknown) => {
      // The newer text is fetched so that both can be shown.
      if (refusalIn(error)?.code === "stale") void refresh();
    },
  });
  const keeping = useMutation(trpc.response.keepDraft.mutationOptions());
  const posting = useMutation(trpc.response.post.mutationOptions());

  const send = (mutation: typeof keeping | typeof posting, after?: () => void) => {
    const sent = writing.draft;
    keeping.reset();
    posting.reset();
    const response = {
      id: sent.id,
      promptId,
      version: sent.base,
      positionId: sent.positionId,
      body: sent.body,
    };
    const { onSuccess, onError } = settled(sent);
    mutation.mutate(
      { courseId, response },
      {
        onSuccess: (saved) => {
          onSuccess(saved);
          after?.();
        },
        onError,
      },
    );
  };

  const failure = posting.error ?? keeping.error;
  const isPending = posting.isPending || keeping.isPending;
  const isEmpty = writing.draft.body.trim() === "";
  const isPosted = mine !== null && mine.submittedAt !== null;
  return {
    mine,
    writing,
    isPending,
    isPosted,
    /** Whether there is something to send, and nothing that has to be settled first. */
    canSend: !isPending && !isEmpty && !writing.conflict && (writing.changed || !isPosted),
    failure: failure && !writing.conflict ? sentence(failure) : null,
    keep: () => send(keeping),
    post: (after?: () => void) => send(posting, after),
  };
}

export type Answer = ReturnType<typeof useAnswer>;
