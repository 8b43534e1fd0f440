"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, RefObject } from "react";
import { RoomLeft } from "@/components/ui/room-left";
import type { Voice } from "@/domain/comment/voice";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { CompletionList } from "./completion-list";
import type { CiteHints } from "./completions";
import { useCompletion } from "./use-completion";

interface CompletingTextareaProps extends CiteHints {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  /** All that can be cited; empty until it is known. */
  passages: readonly CitablePassage[];
  /** Who can be named with `@`; empty where nobody can, and until it is known. */
  people?: readonly Voice[];
  /** Asked for when the field is first entered, so that what completes it can be fetched. */
  onEnter: () => void;
  onSend: () => void;
  /** Escape, when no list is open. */
  onEscape?: () => void;
  className: string;
  rows: number;
  /** What is longer is said to be, and is for whoever sends it to hold back; left out where it is said elsewhere. */
  most?: number;
  placeholder?: string;
  describedBy?: string;
}

const nobody: readonly Voice[] = [];

/** A text field for Markdown in which `[[` or `¶` lists the course's paragraphs to cite, and `@` people to name. */
export function CompletingTextarea(props: CompletingTextareaProps) {
  const { field, value, onChange, passages, people = nobody } = props;
  const t = useTranslations("cite");
  const { labels, missing, aboutOf, positions } = props;
  const hints = { labels, missing, aboutOf, positions };
  const helper = useCompletion({ field, passages, people, hints, text: value, onChange });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    helper.onKeyDown(event);
    // An Enter or Escape that ends a composition belongs to the input method.
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) props.onSend();
    else if (event.key === "Escape" && props.onEscape) props.onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <textarea
        id={props.id}
        ref={field}
        className={props.className}
        value={value}
        dir="auto"
        rows={props.rows}
        placeholder={props.placeholder}
        aria-describedby={props.describedBy}
        {...helper.aria}
        onFocus={props.onEnter}
        onBlur={helper.close}
        onKeyDown={onKeyDown}
        onSelect={(event) => helper.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onChange={(event) => {
          onChange(event.target.value);
          helper.look(event.target.value, event.target.selectionStart);
        }}
      />
      {props.most !== undefined && <RoomLeft text={value} most={props.most} />}
      {helper.isOpen && (
        <CompletionList
          id={helper.listId}
          kind={helper.kind}
          options={helper.offered}
          active={helper.active}
          onPoint={helper.setActive}
          onChoose={helper.choose}
        />
      )}
      <span className="vh" role="status">
        {helper.isOpen ? t(`count.${helper.kind}`, { count: helper.offered.length }) : ""}
      </span>
    </>
  );
}
