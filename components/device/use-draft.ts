"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { newId } from "@/components/trpc/new-id";
import { draftNow, findDraft, idKey, keepDraft, keepInDatabase, onDraftChange } from "./drafts";
import type { DraftRecord } from "./store";

export interface DraftState {
  /** Since when the text is on this device; null while there is none, or none can be kept. */
  keptAt: Date | null;
  /** False when this device keeps nothing: what is typed then lives as long as the page. */
  kept: boolean;
  /**
   * The id under which the text is sent. It is kept with it: sent again, after a reload or an answer that was lost,
   * it is still one thing.
   */
  id: () => string;
  /**
   * Forgets the draft, after what it holds has been acknowledged or queued. With `sent` only those words: what was
   * typed while they were being queued stays, and is something new.
   */
  clear: (sent?: string) => void;
}

/**
 * A text kept on this device at every keystroke, under `key` (put the person's id in it). Starts from what is kept,
 * else from `initial`. Another tab's changes arrive here, except over words typed here that it has not seen.
 */
export function useDraft(key: string, initial = ""): [string, (text: string) => void, DraftState] {
  const [text, setText] = useState(initial);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const [kept, setKept] = useState(true);
  /** The last change made here, and the last one taken over from elsewhere. */
  const own = useRef<{ key: string; at: number } | null>(null);
  const seen = useRef(0);

  // Before anything can be typed: a letter that came between would take the place of the draft.
  useLayoutEffect(() => {
    const typedAt = () => (own.current?.key === key ? own.current.at : 0);
    const show = (record: DraftRecord | null) => {
      seen.current = record?.at ?? 0;
      setText(record?.text ?? initial);
      setKeptAt(record?.text ? new Date(record.at) : null);
    };
    let isOpen = true;
    if (typedAt() === 0) show(draftNow(key));
    findDraft(key).then((record) => {
      if (isOpen && typedAt() === 0 && record && record.at > seen.current) show(record);
    });
    findDraft(idKey(key));
    const stop = onDraftChange(({ record, seen: theirs }) => {
      if (record.key === key && theirs >= typedAt()) show(record);
    });
    return () => {
      isOpen = false;
      stop();
    };
  }, [key, initial]);

  const keep = useCallback(
    (next: string | null) => {
      const { record, kept: isKept } = keepDraft(key, next, seen.current);
      own.current = { key, at: record.at };
      setKeptAt(isKept && next !== null ? new Date(record.at) : null);
      if (isKept || next === null) return;
      keepInDatabase(record).then((done) => {
        setKept(done);
        if (done && own.current?.at === record.at) setKeptAt(new Date(record.at));
      });
    },
    [key],
  );

  const change = useCallback(
    (next: string) => {
      setText(next);
      keep(next === "" || next === initial ? null : next);
    },
    [keep, initial],
  );

  const id = useCallback(() => {
    const known = draftNow(idKey(key))?.text;
    if (known) return known;
    const made = newId();
    keepDraft(idKey(key), made);
    return made;
  }, [key]);

  const clear = useCallback(
    (sent?: string) => {
      keepDraft(idKey(key), null);
      const standing = draftNow(key)?.text;
      if (sent !== undefined && standing && standing !== sent) return;
      setText("");
      keep(null);
    },
    [key, keep],
  );

  return [text, change, { keptAt, kept, id, clear }];
}
