"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { usePassages } from "@/components/cite/use-passages";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { MAX_REPLY, type ReplyRelation, replyRelations } from "@/domain/prompt/response";
import { relationIcon } from "./reply-counts";
import type { ResponseView } from "./shapes";

interface ReplyFormProps {
  courseId: string;
  meId: string;
  parent: ResponseView;
  onReplied: (reply: ResponseView) => void;
}

/** A reply being written: what it does to the answer, and its words. */
export function ReplyForm({ courseId, meId, parent, onReplied }: ReplyFormProps) {
  const t = useTranslations("response.reply");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody, { keptAt, clear }] = useDraft(`reply.${meId}.${parent.id}`);
  const [relation, setRelation] = useState<ReplyRelation>("ask");
  const [replyId, setReplyId] = useState(newId);
  const [entered, setEntered] = useState(false);
  const { passages } = usePassages(courseId, entered);
  const posting = useMutation(
    trpc.response.reply.mutationOptions({
      onSuccess: (reply) => {
        clear();
        setReplyId(newId());
        onReplied(reply);
      },
    }),
  );
  const canSend = body.trim() !== "" && !posting.isPending;
  const send = () => {
    if (canSend) posting.mutate({ courseId, reply: { id: replyId, parentId: parent.id, relation, body } });
  };

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="rp-h">
        <fieldset className="seg">
          <legend className="vh">{t("does")}</legend>
          {replyRelations.map((each) => {
            const Icon = relationIcon[each];
            return (
              <label key={each} className={relation === each ? "on" : undefined}>
                <input
                  className="vh"
                  type="radio"
                  name={`${id}-relation`}
                  checked={relation === each}
                  onChange={() => setRelation(each)}
                />
                <Icon className="i s" aria-hidden="true" />
                {t(each)}
              </label>
            );
          })}
        </fieldset>
        {keptAt && (
          <span className="keptx">
            <HardDrive className="i s" aria-hidden="true" />
            {t("kept")}
          </span>
        )}
      </div>
      <label className="vh" htmlFor={`${id}-body`}>
        {t("yours")}
      </label>
      <CompletingTextarea
        id={`${id}-body`}
        field={field}
        className="ta"
        rows={3}
        value={body}
        onChange={setBody}
        passages={passages}
        onEnter={() => setEntered(true)}
        onSend={send}
        maxLength={MAX_REPLY}
        placeholder={t("placeholder", { name: parent.author.name })}
      />
      {posting.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(posting.error)}
        </p>
      )}
      <p className="rp-b">
        <span className="dim">{t("hint")}</span>
        <button className="btn go" type="submit" disabled={!canSend}>
          {t("send")}
        </button>
      </p>
    </form>
  );
}
