"use client";

import { useMemo } from "react";
import { useOutbox } from "@/components/outbox/outbox-provider";
import type { Comment } from "@/components/reading/reader-types";
import type { CommentEdit, NewComment, NewReply, ReactionKind } from "@/domain/comment/comment";

/**
 * Every write of the reader. Each goes into the outbox, where it is kept on the device and shown at once; the promise
 * resolves when it is kept, not when it has been sent.
 */
export function useWrites() {
  const { enqueue } = useOutbox();
  return useMemo(() => {
    const keep = async (...sent: Parameters<typeof enqueue>): Promise<void> => {
      await enqueue(...sent);
    };
    return {
      post: (comment: NewComment) => keep({ kind: "post", comment }),
      reply: (reply: NewReply, thread: Comment) => keep({ kind: "reply", reply }, thread.threadId),
      edit: (edit: CommentEdit, comment: Comment) => keep({ kind: "edit", edit }, comment.threadId),
      remove: ({ id, threadId }: Comment) => keep({ kind: "delete", id }, threadId),
      react: ({ id, threadId }: Comment, reaction: ReactionKind, on: boolean) =>
        keep({ kind: "react", id, reaction, on }, threadId),
      resolve: ({ id }: Comment, on: boolean) => keep({ kind: "resolve", id, on }, id),
      pin: ({ id }: Comment, on: boolean) => keep({ kind: "pin", id, on }, id),
      answer: ({ id }: Comment, replyId: string | null) =>
        keep({ kind: "answer", threadId: id, replyId }, id),
    };
  }, [enqueue]);
}
