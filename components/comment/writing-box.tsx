"use client";

import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";

interface WritingBoxProps {
  label: string;
  submit: string;
  text: string;
  onText: (text: string) => void;
  onSubmit: () => void;
  /** Since when the text is kept on this device. */
  keptAt: Date | null;
  /** Why the last attempt failed; the text is still here. */
  problem: string | null;
  pending?: boolean;
  autoFocus?: boolean;
  /** More fields, above the buttons. */
  fields?: ReactNode;
  /** More buttons, beside the one that sends. */
  acts?: ReactNode;
}

/** Where something is written in passing: its state above, its acts below; ⌘↵ or Ctrl↵ sends. */
export function WritingBox(props: WritingBoxProps) {
  const {
    label,
    submit,
    text,
    onText,
    onSubmit,
    keptAt,
    problem,
    pending = false,
    autoFocus = false,
  } = props;
  const t = useTranslations("comment");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) area.current?.focus({ preventScroll: window.innerWidth > 860 });
  }, [autoFocus]);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "" && !pending) onSubmit();
  };
  return (
    <form className="write" onSubmit={send}>
      {problem ? (
        <p className="kept fail" role="alert">
          <CircleAlert className="i s" aria-hidden />
          {problem}
        </p>
      ) : (
        keptAt && (
          <p className="kept">
            <HardDrive className="i s" aria-hidden />
            <b>{t("draft")}</b> {t("kept")}
          </p>
        )
      )}
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="ta"
        id={id}
        ref={area}
        value={text}
        placeholder={label}
        maxLength={10_000}
        rows={Math.min(10, Math.max(2, text.split("\n").length + Math.floor(text.length / 48)))}
        dir="auto"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
        }}
      />
      {props.fields}
      <div className="wbar">
        {props.acts}
        <button className="btn go" type="submit" disabled={text.trim() === ""} aria-busy={pending}>
          {submit} <kbd>⌘↵</kbd>
        </button>
      </div>
    </form>
  );
}
