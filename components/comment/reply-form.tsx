"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useDraft } from "@/components/trpc/use-draft";
import { useRefusal } from "@/components/trpc/use-refusal";
import { useCommentWrites } from "./use-comment-writes";
import { WritingBox } from "./writing-box";

/** A reply to a thread. */
export function ReplyForm({ parent }: { parent: Comment }) {
  const t = useTranslations("comment");
  const refusal = useRefusal();
  const { courseId, me } = useDesk();
  const { reply } = useCommentWrites();
  const [text, setText, draft] = useDraft(`${me.id}.reply.${parent.id}`);
  const [problem, setProblem] = useState<string | null>(null);
  const send = () => {
    setProblem(null);
    reply.mutate(
      { courseId, reply: { id: draft.id(), parentId: parent.id, body: text } },
      {
        onSuccess: draft.clear,
        onError: (error) => setProblem(refusal(error)),
      },
    );
  };
  return (
    <WritingBox
      label={t("yourReply")}
      submit={t("reply")}
      text={text}
      onText={setText}
      onSubmit={send}
      keptAt={draft.keptAt}
      problem={problem}
      pending={reply.isPending}
    />
  );
}
