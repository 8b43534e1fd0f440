"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useTRPC } from "@/components/trpc/client";
import { MAX_COMMENT, type NewComment, type NewReply, type Signal } from "@/domain/comment/comment";
import { writtenText } from "@/domain/text";

/**
 * Every write of the reader: shown at once, confirmed or taken back when the server has answered. The caller keeps
 * the text until then and gives it back to the person on a refusal.
 */
export function useCommentWrites() {
  const t = useTranslations("comment");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { courseId, page, me, staff, announce } = useDesk();
  const key = trpc.comment.ofReading.queryKey({ courseId, readingId: page.id });
  const change = (how: (comments: Comment[]) => Comment[]) =>
    client.setQueryData(key, (comments) => how((comments ?? []) as Comment[]));
  const put = (comment: Comment) =>
    change((all) => [...all.filter((other) => other.id !== comment.id), comment]);
  const drop = (id: string) => change((all) => all.filter((comment) => comment.id !== id));

  const blank = {
    passage: null,
    signal: null,
    version: 1,
    createdAt: new Date(),
    editedAt: null,
    deleted: false,
    author: { id: me.id, name: me.name, role: staff ? ("instructor" as const) : ("student" as const) },
    groupId: page.discussion.ownGroupId,
    citations: [],
    mine: true,
    can: { reply: false, edit: false, delete: false },
    pending: true,
  };

  const post = useMutation(
    trpc.comment.post.mutationOptions({
      onMutate: ({ comment }: { comment: NewComment }) =>
        put({ ...blank, ...comment, createdAt: new Date(), threadId: comment.id, parentId: null }),
      onSuccess: (comment) => {
        put(comment);
        announce(t("posted"));
        // Others' words may have come into sight with this one.
        if (page.discussion.visibility === "postFirst") client.invalidateQueries({ queryKey: key });
      },
      onError: (_error, { comment }) => drop(comment.id),
    }),
  );

  const reply = useMutation(
    trpc.comment.reply.mutationOptions({
      onMutate: ({ reply: sent }: { reply: NewReply }) => {
        const comments = (client.getQueryData(key) ?? []) as Comment[];
        const parent = comments.find((comment) => comment.id === sent.parentId);
        if (!parent) return;
        const { threadId, readingId, paragraphId, audience } = parent;
        put({ ...blank, ...sent, createdAt: new Date(), threadId, readingId, paragraphId, audience });
      },
      onSuccess: (comment) => {
        put(comment);
        announce(t("replied"));
      },
      onError: (_error, { reply: sent }) => drop(sent.id),
    }),
  );

  const edit = useMutation(
    trpc.comment.edit.mutationOptions({
      onSuccess: (comment) => {
        change((all) => all.map((other) => (other.id === comment.id ? comment : other)));
        announce(t("edited"));
      },
    }),
  );

  const remove = useMutation(
    trpc.comment.delete.mutationOptions({
      onSuccess: () => {
        announce(t("deleted"));
        return client.invalidateQueries({ queryKey: key });
      },
    }),
  );

  /**
   * An earlier attempt whose answer was lost may stand under the same id with older words: then what is written now
   * is an edit of it.
   */
  const bringUpToDate = async (stored: Comment, sent: { body: string; signal: Signal | null }) => {
    const isSame = stored.body === writtenText(MAX_COMMENT).parse(sent.body) && stored.signal === sent.signal;
    if (isSame) return;
    const { id, version } = stored;
    await edit.mutateAsync({ courseId, edit: { id, version, signal: sent.signal, body: sent.body } });
  };

  return {
    post: async (comment: NewComment) =>
      bringUpToDate(await post.mutateAsync({ courseId, comment }), comment),
    reply: async (sent: NewReply) =>
      bringUpToDate(await reply.mutateAsync({ courseId, reply: sent }), { ...sent, signal: null }),
    edit,
    remove,
    posting: post.isPending || edit.isPending,
    replying: reply.isPending || edit.isPending,
  };
}
