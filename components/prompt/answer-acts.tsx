"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Answer } from "./use-answer";

interface AnswerActsProps {
  answer: Answer;
  words: number;
  missing: number;
  onPost: () => void;
  /** Leaves a posted answer as it stands; null while there is none. */
  onLeave: (() => void) | null;
}

/** What can be done with the answer on the sheet. */
export function AnswerActs({ answer, words, missing, onPost, onLeave }: AnswerActsProps) {
  const t = useTranslations("response");
  const { writing, canPost, isEmpty, isPosted, pending, failure, waitsToPost } = answer;
  return (
    <>
      <p className="post">
        <span className="wc n">{t.rich("words", { count: words, b: (text) => <b>{text}</b> })}</span>
        {isPosted ? (
          onLeave && (
            <button className="btn" type="button" onClick={onLeave}>
              {t("leave")}
            </button>
          )
        ) : (
          <button
            className="btn"
            type="button"
            disabled={isEmpty || !(writing.changed || waitsToPost) || writing.conflict || pending !== null}
            onClick={() => void answer.keep()}
          >
            {t("keep")}
          </button>
        )}
        <button className="btn go" type="button" disabled={!canPost} onClick={onPost}>
          {isPosted ? t("postChanges") : t("post")}
          <span aria-hidden="true">
            <kbd>⌘↵</kbd>
          </span>
        </button>
      </p>
      {failure && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {failure}
        </p>
      )}
      <p className="vh" role="status">
        {pending === "post" ? t("sending") : waitsToPost && t("waitsToPost")}
      </p>
      <p className="fine">
        {pending === "post" ? (
          t("sending")
        ) : waitsToPost ? (
          <b aria-hidden="true">{t("waitsToPost")}</b>
        ) : missing > 0 ? (
          t("mayPost")
        ) : (
          ""
        )}
        {isPosted && writing.changed && ` ${t("postedStands")}`}
      </p>
    </>
  );
}
