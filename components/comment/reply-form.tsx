"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useDraft } from "@/components/trpc/use-draft";
import { useCommentWrites } from "./use-comment-writes";
import { useSending } from "./use-sending";
import { WritingBox } from "./writing-box";

/** A reply to a thread. */
export function ReplyForm({ parent }: { parent: Comment }) {
  const t = useTranslations("comment");
  const { me } = useDesk();
  const { reply, replying } = useCommentWrites();
  const sending = useSending();
  const [text, setText, draft] = useDraft(`${me.id}.reply.${parent.id}`);
  const [problem, setProblem] = useState<string | null>(null);
  const send = () => {
    setProblem(null);
    sending(reply({ id: draft.id(), parentId: parent.id, body: text }), {
      done: draft.clear,
      failedHere: setProblem,
    });
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
      pending={replying}
    />
  );
}
