"use client";

import { useSyncExternalStore } from "react";
import { draftNow, keepDraft } from "@/components/device/drafts";
import type { Audience, Signal } from "@/domain/comment/comment";

/** What came back to where it was written, to be changed and sent again. */
export interface GivenBack {
  /** Grows each time: the form opens anew. */
  times: number;
  signal: Signal | null;
  audience?: Audience;
  groupId?: string | null;
  /** What stands in its place by now. */
  newer: { version: number; text: string } | null;
}

const given = new Map<string, GivenBack>();
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

/** Puts words back into the draft under this key; what is being written there stays, before them. */
export function giveBack(key: string, words: string, rest: Omit<GivenBack, "times">, isEdit = false): void {
  const begun = isEdit ? null : draftNow(key)?.text;
  keepDraft(key, begun && begun !== words ? `${begun}\n\n${words}` : words);
  given.set(key, { ...rest, times: (given.get(key)?.times ?? 0) + 1 });
  tell();
}

export function forgetGivenBack(key: string): void {
  if (given.delete(key)) tell();
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

/** What was given back under this key since the page was opened; null for nothing. */
export function useGivenBack(key: string): GivenBack | null {
  const look = () => given.get(key) ?? null;
  return useSyncExternalStore(watch, look, () => null);
}
