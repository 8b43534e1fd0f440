"use client";

import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { usePassages } from "@/components/cite/use-passages";
import type { DraftState } from "@/components/device/use-draft";
import { countWords, findCitations } from "@/domain/prompt/citation";
import { MAX_STEELMAN } from "@/domain/prompt/steelman";

interface WordsFormProps {
  courseId: string;
  label: string;
  submit: string;
  text: string;
  onText: (text: string) => void;
  draft: DraftState;
  isPending: boolean;
  /** Whether something else has to be settled first. */
  isBlocked?: boolean;
  /** What that is. */
  hint?: string | null;
  /** Takes the focus when it appears: it was asked for. */
  takesFocus?: boolean;
  error: string | null;
  onSend: () => void;
  onCancel?: () => void;
  /** Stands above the field. */
  children?: ReactNode;
}

/** A case or its answer being written: words with citations, kept on this device until the server has them. */
export function WordsForm(props: WordsFormProps) {
  const {
    courseId,
    text,
    draft,
    isPending,
    error,
    onCancel,
    isBlocked = false,
    hint,
    takesFocus = false,
  } = props;
  const t = useTranslations("steelman");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [entered, setEntered] = useState(false);
  const { passages } = usePassages(courseId, entered);
  const ready = !isPending && !isBlocked && text.trim() !== "" && text.length <= MAX_STEELMAN;
  const send = () => {
    if (ready) props.onSend();
  };
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <form
      className="steel-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {props.children}
      <label className="fl" htmlFor={id}>
        {props.label}
      </label>
      <CompletingTextarea
        id={id}
        field={field}
        className="input steel-words"
        rows={6}
        value={text}
        onChange={props.onText}
        passages={passages}
        onEnter={() => setEntered(true)}
        onSend={send}
        onEscape={onCancel}
        most={MAX_STEELMAN}
        describedBy={`${id}-size`}
      />
      {error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {error}
        </p>
      )}
      <p className="steel-acts">
        <span className="dim" id={`${id}-size`}>
          {t("size", { words: countWords(text), citations: findCitations(text).length })}
          {draft.keptAt && (
            <span className="nb">
              {" "}
              <HardDrive className="i s" aria-hidden="true" /> {t("kept")}
            </span>
          )}
          {hint && text.trim() !== "" && <b> {hint}</b>}
        </span>
        {onCancel && (
          <button className="btn bare" type="button" onClick={onCancel}>
            {t("putAway")}
          </button>
        )}
        <button className="btn go" type="submit" disabled={!ready} aria-busy={isPending}>
          {props.submit} <kbd>⌘↵</kbd>
        </button>
      </p>
    </form>
  );
}
