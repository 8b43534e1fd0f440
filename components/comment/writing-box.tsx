"use client";

import { CircleAlert, Eye, EyeOff, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { usePassages } from "@/components/cite/use-passages";
import type { DraftState } from "@/components/device/use-draft";
import { Prose } from "@/components/prose/prose";
import { usePeople } from "@/components/reading/data/use-people";
import { useDesk } from "@/components/reading/desk-state";
import { MAX_COMMENT } from "@/domain/comment/comment";
import { findMentions } from "@/domain/comment/mention";
import { calledName } from "@/domain/comment/mention-query";
import type { Chip, CitingText } from "@/domain/prompt/citation";

interface WritingBoxProps {
  label: string;
  submit: string;
  text: string;
  /** The comment that is being changed: its marks point where they pointed. */
  former?: CitingText<Chip>;
  onText: (text: string) => void;
  onSubmit: () => void;
  draft: Pick<DraftState, "keptAt" | "kept">;
  /** Why the last attempt failed; the text is still here. */
  problem?: string | null;
  /** False where the words already stand as they are. */
  canSend?: boolean;
  autoFocus?: boolean;
  onEscape?: () => void;
  /** More fields, above the buttons. */
  fields?: ReactNode;
  /** More buttons, beside the one that sends. */
  acts?: ReactNode;
}

/** From here on the room that is left is worth saying. UTF-16 units. */
const NEAR_THE_END = 500;

/** Where something is written in passing: its state above, its acts below; ⌘↵ or Ctrl↵ sends. */
export function WritingBox(props: WritingBoxProps) {
  const { label, text, autoFocus = false, canSend = true } = props;
  const t = useTranslations("comment");
  const id = useId();
  const { courseId, me } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const [entered, setEntered] = useState(false);
  const [previews, setPreviews] = useState(false);
  const { passages, chipsOf } = usePassages(courseId, entered || previews);
  const people = usePeople(entered || previews);
  const isEmpty = text.trim() === "";
  const left = MAX_COMMENT - text.trim().length;
  const sendable = canSend && !isEmpty && left >= 0;
  const hadFocus = useRef(false);
  useEffect(() => {
    if (!autoFocus || hadFocus.current) return;
    hadFocus.current = true;
    field.current?.focus({ preventScroll: window.innerWidth > 860 });
  }, [autoFocus]);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!sendable) return;
    setPreviews(false);
    props.onSubmit();
  };
  return (
    <form className="write" onSubmit={send}>
      <State problem={props.problem} draft={props.draft} hasText={!isEmpty} />
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <div className="completing" hidden={previews}>
        <CompletingTextarea
          id={id}
          field={field}
          className="ta"
          rows={Math.min(10, Math.max(2, text.split("\n").length + Math.floor(text.length / 48)))}
          value={text}
          onChange={props.onText}
          passages={passages}
          people={people}
          onEnter={() => setEntered(true)}
          onSend={send}
          {...(props.onEscape && { onEscape: props.onEscape })}
          placeholder={label}
          describedBy={`${id}-hint`}
        />
      </div>
      {previews && (
        <div className="ta preview">
          <Prose
            text={text}
            citations={chipsOf(text, props.former)}
            mentions={findMentions(
              text,
              people.map((person) => ({ key: person.key, name: calledName(person) })),
            )}
            meKey={me.key}
            courseId={courseId}
          />
        </div>
      )}
      {props.fields}
      <p className={left < 0 ? "hint over" : "hint"} id={`${id}-hint`} role={left < 0 ? "alert" : undefined}>
        {left < 0 ? t("tooLong") : left <= NEAR_THE_END ? t("left", { count: left }) : t("hint")}
      </p>
      <div className="wbar">
        <button
          type="button"
          className="mb"
          aria-pressed={previews}
          aria-label={t("preview")}
          title={t("preview")}
          disabled={isEmpty}
          onClick={() => setPreviews(!previews)}
        >
          {previews ? <EyeOff className="i s" aria-hidden /> : <Eye className="i s" aria-hidden />}
        </button>
        {props.acts}
        <button className="btn go" type="submit" disabled={!sendable}>
          {props.submit} <kbd>⌘↵</kbd>
        </button>
      </div>
    </form>
  );
}

function State({
  problem,
  draft,
  hasText,
}: Pick<WritingBoxProps, "problem" | "draft"> & { hasText: boolean }) {
  const t = useTranslations("comment");
  if (problem || (hasText && !draft.kept))
    return (
      <p className="kept fail" role="alert">
        <CircleAlert className="i s" aria-hidden />
        {problem ?? t("notKept")}
      </p>
    );
  if (!draft.keptAt) return null;
  return (
    <p className="kept">
      <HardDrive className="i s" aria-hidden />
      <b>{t("draft")}</b> {t("kept")}
    </p>
  );
}
