"use client";

import { useLayoutEffect } from "react";
import { type TextField, type Typed, typedOn, withTyped } from "./typed-early";

/** As if it had just been typed: React hears of a value only where it differs from the one that React knows. */
function typeInto(field: TextField, now: string, next: string): void {
  const caret = field.value === next ? field.selectionStart : null;
  field.value = now;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, next);
  if (caret !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Gives the page's script what was typed before it ran, on top of the drafts that this device had kept. */
function takeOver(): void {
  const noted = window.glossaTyped;
  if (!noted) return;
  noted.stop();
  delete window.glossaTyped;
  for (const [field, [drawn = "", ...texts]] of noted.fields) {
    const typed = texts.reduce<Typed | undefined>((before, text) => typedOn(before, drawn, text), undefined);
    if (!typed || !field.isConnected) continue;
    // What React holds the field to be stands in its attribute.
    const now = field.defaultValue;
    const next = withTyped(typed, now);
    if (next !== now || field.value !== now) typeInto(field, now, next);
  }
}

/** Stands in the layout: no letter is lost that was typed into a page whose script had not come yet. */
export function KeepTypedEarly() {
  // By then every field has been taken over, and shows its draft.
  useLayoutEffect(() => queueMicrotask(takeOver), []);
  return null;
}
