"use client";

import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { usePassages } from "@/components/cite/use-passages";
import { countWords, findCitations } from "@/domain/prompt/citation";
import { MAX_REPLY } from "@/domain/prompt/response";
import { relationIcon } from "./reply-counts";
import type { ReplyState } from "./use-reply";

interface ReplyFormProps {
  courseId: string;
  /** Whom it is to. */
  to: string;
  reply: ReplyState;
}

const signOf = { agree: "in", challenge: "x", ask: "q" } as const;

/** A reply being written: what it does to the answer, and its words. */
export function ReplyForm({ courseId, to, reply }: ReplyFormProps) {
  const t = useTranslations("response.reply");
  const id = useId();
  const [entered, setEntered] = useState(false);
  const { passages } = usePassages(courseId, entered);
  const { relation, body } = reply;
  if (!reply.isOpen || relation === null) return null;
  const Icon = relationIcon[relation];

  return (
    <form
      className={`reply ${relation}`}
      onSubmit={(event) => {
        event.preventDefault();
        void reply.send();
      }}
    >
      <p className="rp-h">
        <span className={`sig ${signOf[relation]}`}>
          <Icon className="i" aria-hidden="true" />
          {t(relation)}
        </span>
        <label className="dim" htmlFor={`${id}-body`}>
          {t("placeholder", { name: to })}
          <span className="vh">: {t("yours")}</span>
        </label>
        {reply.keptAt && (
          <span className="keptx">
            <HardDrive className="i s" aria-hidden="true" />
            {t("kept")}
          </span>
        )}
      </p>
      <CompletingTextarea
        id={`${id}-body`}
        field={reply.field}
        className="ta"
        rows={3}
        value={body}
        onChange={reply.setBody}
        passages={passages}
        onEnter={() => setEntered(true)}
        onSend={() => void reply.send()}
        onEscape={reply.putAway}
        most={MAX_REPLY}
        describedBy={`${id}-hint`}
      />
      {reply.failure && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {reply.failure}
        </p>
      )}
      <p className="rp-b">
        <span className="dim" id={`${id}-hint`}>
          {body.trim() === ""
            ? t("hint")
            : t("size", { words: countWords(body), citations: findCitations(body).length })}
        </span>
        <button className="btn bare" type="button" onClick={reply.putAway}>
          {t("putAway")}
        </button>
        <button className="btn go" type="submit" disabled={!reply.canSend}>
          {t("send")}
        </button>
      </p>
    </form>
  );
}
