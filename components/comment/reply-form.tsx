"use client";

import { useTranslations } from "next-intl";
import { useDraft } from "@/components/device/use-draft";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { replyDraftKey } from "./draft-keys";
import { useGivenBack } from "./given-back";
import { useTyping } from "./use-typing";
import { useWrites } from "./use-writes";
import { WritingBox } from "./writing-box";

/** A reply to a thread. */
export function ReplyForm({ root }: { root: Comment }) {
  const { me } = useDesk();
  const draftKey = replyDraftKey(me.id, root.id);
  const given = useGivenBack(draftKey);
  return <Form key={given?.times ?? 0} root={root} draftKey={draftKey} isGivenBack={given !== null} />;
}

interface FormProps {
  root: Comment;
  draftKey: string;
  isGivenBack: boolean;
}

function Form({ root, draftKey, isGivenBack }: FormProps) {
  const t = useTranslations("comment");
  const { announce } = useDesk();
  const { reply } = useWrites();
  const [text, setText, draft] = useDraft(draftKey);
  const { typed, stop } = useTyping(root.id);
  const send = async () => {
    stop();
    await reply({ id: draft.id(), parentId: root.id, body: text }, root);
    draft.clear(text);
    announce(t("replied"));
  };
  return (
    <WritingBox
      label={t("yourReply")}
      submit={t("reply")}
      text={text}
      onText={(next) => {
        setText(next);
        if (next !== "") typed();
        else stop();
      }}
      onSubmit={send}
      draft={draft}
      // Taken back, it is to be changed: the only time that it asks for the focus.
      autoFocus={isGivenBack}
    />
  );
}
