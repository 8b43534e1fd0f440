"use client";

import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { usePassages } from "@/components/cite/use-passages";
import type { DraftState } from "@/components/device/use-draft";
import { MAX_NOTE } from "@/domain/prompt/evidence";

interface NoteFormProps {
  courseId: string;
  label: string;
  submit: string;
  text: string;
  onText: (text: string) => void;
  draft: DraftState;
  /** Turned off while it is on its way, or must not go yet. */
  canSend: boolean;
  error: string | null;
  onSend: () => void;
  onCancel?: () => void;
  autoFocus?: boolean;
  children?: ReactNode;
}

/** The words of a note, in which passages of any reading can be cited. */
export function NoteForm(props: NoteFormProps) {
  const { courseId, text, onText, draft, canSend, error, onCancel, autoFocus = false } = props;
  const t = useTranslations("note");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [entered, setEntered] = useState(false);
  const { passages } = usePassages(courseId, entered);
  const ready = canSend && text.trim() !== "" && text.length <= MAX_NOTE;
  const send = () => {
    if (ready) props.onSend();
  };

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  return (
    <form
      className="write ev-note-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {props.children}
      <label className="vh" htmlFor={id}>
        {props.label}
      </label>
      <CompletingTextarea
        id={id}
        field={field}
        className="ta"
        rows={2}
        value={text}
        onChange={onText}
        passages={passages}
        onEnter={() => setEntered(true)}
        onSend={send}
        onEscape={onCancel}
        most={MAX_NOTE}
        placeholder={t("placeholder")}
      />
      {error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {error}
        </p>
      )}
      <p className="wbar">
        {draft.keptAt && (
          <span className="soft ev-kept">
            <HardDrive className="i s" aria-hidden="true" />
            {t("kept")}
          </span>
        )}
        <span className="ev-acts">
          {onCancel && (
            <button type="button" className="btn bare" onClick={onCancel}>
              {t("cancel")}
            </button>
          )}
          <button type="submit" className="btn" disabled={!ready}>
            {props.submit}
          </button>
        </span>
      </p>
    </form>
  );
}
