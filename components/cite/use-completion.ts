"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import type { Voice } from "@/domain/comment/voice";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { optionId } from "./completion-list";
import { type CiteHints, type Completion, typedAt } from "./completions";

interface Helper {
  field: RefObject<HTMLTextAreaElement | null>;
  passages: readonly CitablePassage[];
  people: readonly Voice[];
  hints?: CiteHints | undefined;
  text: string;
  onChange: (text: string) => void;
}

const isSending = (event: KeyboardEvent) => event.metaKey || event.ctrlKey;

/** The combobox in a text field: what is being typed, what could complete it, and the keys that do. */
export function useCompletion({ field, passages, people, hints, text, onChange }: Helper) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  /** Where the list was put away: it stays away from there. */
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);

  const typed = caret === null ? null : typedAt({ passages, people, hints }, text, caret);
  const offered = typed && typed.start !== dismissedAt ? typed.options : [];
  const isOpen = offered.length > 0;

  /** To be called whenever text or caret have moved. */
  const look = (textNow: string, caretNow: number) => {
    const next = typedAt({ passages, people, hints }, textNow, caretNow);
    if (next?.start !== typed?.start || next?.query !== typed?.query) setActive(0);
    if (next?.start !== dismissedAt) setDismissedAt(null);
    setCaret(caretNow);
  };

  const choose = (option: Completion) => {
    const done = option.done(text);
    onChange(done.text);
    setCaret(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(done.caret, done.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const option = offered[active];
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Escape" && typed) setDismissedAt(typed.start);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && !isSending(event) && option)
      choose(option);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    listId,
    kind: typed?.kind ?? "passage",
    offered,
    isOpen,
    active,
    setActive,
    look,
    choose,
    onKeyDown,
    close: () => setCaret(null),
    /** For the text field. */
    aria: {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": isOpen ? listId : undefined,
      "aria-activedescendant": isOpen ? optionId(listId, active) : undefined,
    } as const,
  };
}
