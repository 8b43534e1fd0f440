"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A field that phrases can be put into. */
const isWordsField = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.dataset.words !== undefined;

/**
 * Puts words where the cursor is, in place of what is selected, as far as there is room for them; the field hears of it
 * as of typing.
 */
export function insertWords(field: HTMLTextAreaElement, words: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const before = start > 0 && !/\s$/.test(value.slice(0, start)) ? " " : "";
  field.focus();
  const room = field.maxLength < 0 ? undefined : field.maxLength - (value.length - (end - start));
  field.setRangeText((before + words).slice(0, room), start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export const selectedIn = (field: HTMLTextAreaElement | null): string =>
  field ? field.value.slice(field.selectionStart, field.selectionEnd).trim() : "";

/** The field that was last written in, for as long as it is on the page. */
export function useWordsField(): RefObject<HTMLTextAreaElement | null> {
  const last = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const note = (event: FocusEvent) => {
      if (isWordsField(event.target)) last.current = event.target;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  return last;
}
