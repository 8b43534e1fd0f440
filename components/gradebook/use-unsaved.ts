"use client";

import { useEffect, useRef, useState } from "react";
import { draftKeys, draftNow, keepDraft, onDraftChange, recallDrafts } from "@/components/device/drafts";
import { useBook } from "./book-context";
import {
  isSaid,
  type KeptMark,
  keptPrefix,
  keyOf,
  type Place,
  readKept,
  spotIn,
  writeKept,
} from "./kept-mark";
import type { Gradebook } from "./shapes";

/** A mark that was not saved, and why; null where nobody has tried yet. */
export interface Unsaved extends KeptMark {
  words: string | null;
}

/** What an earlier page left on the device; what was saved in the end is forgotten. */
function leftBehind(prefix: string, book: Gradebook): Unsaved[] {
  return draftKeys(prefix).flatMap((key) => {
    const kept = readKept(key.slice(prefix.length), draftNow(key)?.text);
    const spot = kept && spotIn(book, kept);
    if (!kept || !spot) return [];
    if (!isSaid(spot, kept.typed)) return [{ ...kept, words: null }];
    keepDraft(key, null);
    return [];
  });
}

const without = (list: readonly Unsaved[], place: Place) =>
  list.filter((each) => keyOf(each) !== keyOf(place));

const isAmong = (list: readonly Unsaved[], place: Place) => list.some((each) => keyOf(each) === keyOf(place));

/** What is typed into cells is kept on this device until it is saved, and offered back after a reload. */
export function useUnsaved() {
  const { book, courseId, meId } = useBook();
  const prefix = keptPrefix(meId, courseId);
  const [list, setList] = useState<readonly Unsaved[]>([]);
  const latest = useRef(book);
  useEffect(() => {
    latest.current = book;
  });

  useEffect(() => {
    let isOpen = true;
    recallDrafts(prefix).then(() => {
      if (!isOpen) return;
      const found = leftBehind(prefix, latest.current);
      setList((before) => [...found.filter((each) => !isAmong(before, each)), ...before]);
    });
    // Saved or left in another tab: it is not offered here any longer.
    const stop = onDraftChange(({ record }) => {
      if (record.text !== null || !record.key.startsWith(prefix)) return;
      const key = record.key.slice(prefix.length);
      setList((before) => before.filter((each) => keyOf(each) !== key));
    });
    return () => {
      isOpen = false;
      stop();
    };
  }, [prefix]);

  /** On the device only: somebody is still typing it, or it is on its way. */
  const keep = (mark: KeptMark) => {
    keepDraft(prefix + keyOf(mark), mark.typed.trim() === "" ? null : writeKept(mark));
  };
  /** Saved, or left. With `typed` only that: what is typed in the same cell since stays on the device. */
  const forget = (place: Place, typed?: string) => {
    const key = keyOf(place);
    const standing = readKept(key, draftNow(prefix + key)?.text)?.typed;
    if (typed === undefined || standing === typed) keepDraft(prefix + key, null);
    setList((before) => without(before, place));
  };
  /** On the device, and among what wants somebody's word. */
  const offer = (mark: Unsaved) => {
    keep(mark);
    setList((before) => [...without(before, mark), mark]);
  };
  /** It is typed or sent once more. */
  const take = (place: Place) => setList((before) => without(before, place));
  return { list, keep, forget, offer, take };
}
