"use client";

import { useId, useState } from "react";
import {
  type CitablePassage,
  type CiteToken,
  citeTokenAt,
  completeCitation,
  matchPassages,
} from "@/domain/prompt/cite-query";
import { optionId } from "./cite-list";

/** As many as fit on a small screen without scrolling the page. */
const OFFERED = 8;

interface Helper {
  field: React.RefObject<HTMLTextAreaElement | null>;
  passages: readonly CitablePassage[];
  text: string;
  onChange: (text: string) => void;
}

/** The combobox in a text field: which citation is being typed, what could complete it, and the keys that do. */
export function useCiteHelper({ field, passages, text, onChange }: Helper) {
  const listId = useId();
  const [token, setToken] = useState<CiteToken | null>(null);
  const [active, setActive] = useState(0);
  /** Where the list was put away: it stays away from that token. */
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);

  const shown = token !== null && token.start !== dismissedAt;
  const offered = shown ? matchPassages(passages, token, OFFERED) : [];
  const isOpen = offered.length > 0;

  /** Looks at what stands before the caret; to be called whenever text or caret have moved. */
  const look = (textNow: string, caret: number) => {
    const next = citeTokenAt(textNow, caret);
    if (next?.start !== token?.start || next?.query !== token?.query) setActive(0);
    if (next?.start !== dismissedAt) setDismissedAt(null);
    setToken(next);
  };

  const choose = (passage: CitablePassage) => {
    if (!token) return;
    const done = completeCitation(text, token, passage);
    onChange(done.text);
    setToken(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(done.caret, done.caret);
    });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const passage = offered[active];
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Escape" && token) setDismissedAt(token.start);
    else if (
      (event.key === "Enter" || event.key === "Tab") &&
      !event.shiftKey &&
      !isSending(event) &&
      passage
    )
      choose(passage);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    listId,
    offered,
    query: token?.query ?? "",
    isOpen,
    active,
    setActive,
    look,
    choose,
    onKeyDown,
    close: () => setToken(null),
    /** For the text field. */
    aria: {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": isOpen ? listId : undefined,
      "aria-activedescendant": isOpen ? optionId(listId, active) : undefined,
    } as const,
  };
}

const isSending = (event: React.KeyboardEvent) => event.metaKey || event.ctrlKey;
