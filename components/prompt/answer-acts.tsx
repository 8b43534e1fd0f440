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
  const { mine, writing, canSend, isPosted, isPending, failure } = answer;
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
          <button className="btn" type="button" disabled={!canSend || !writing.changed} onClick={answer.keep}>
            {t("keep")}
          </button>
        )}
        <button className="btn go" type="button" disabled={!canSend} onClick={onPost}>
          {t("post")}
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
      <p className="fine" role="status">
        {isPending ? t("sending") : missing > 0 ? t("mayPost") : ""}{" "}
        {mine && !isPosted && !writing.changed && t("onServer", { version: mine.version })}
      </p>
    </>
  );
}
