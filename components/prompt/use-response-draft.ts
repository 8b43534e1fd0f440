"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { newId } from "@/components/trpc/new-id";
import {
  type AnswerDraft,
  type AnswerWords,
  afterSaving,
  type HeldAnswer,
  isWorthKeeping,
  parseDraft,
  saysTheSame,
  stateOf,
} from "./answer-draft";

/**
 * This person's answer as it is being written: kept on this device together with the version it was written on, so
 * that a change made on another device meanwhile is noticed before anything is sent.
 */
export function useResponseDraft(key: string, held: HeldAnswer | null) {
  const [kept, keep, { keptAt, clear }] = useDraft(key);
  const [freshId] = useState(newId);
  const own = useMemo(() => parseDraft(kept), [kept]);
  const [typed, setTyped] = useState("");
  const state = stateOf(own, held, freshId, typed);

  // What is sent is what was written last, also before it has been drawn.
  const latest = useRef({ own, held, freshId, typed });
  useEffect(() => {
    latest.current = { own, held, freshId, typed };
  }, [own, held, freshId, typed]);
  const now = () => {
    const at = latest.current;
    return stateOf(at.own, at.held, at.freshId, at.typed);
  };
  const noteTyped = (body: string) => {
    latest.current = { ...latest.current, typed: body };
    setTyped(body);
  };

  const store = (next: AnswerDraft | null) => {
    latest.current = { ...latest.current, own: next };
    if (next) keep(JSON.stringify(next));
    else clear();
  };

  return {
    ...state,
    keptAt: state.changed ? keptAt : null,
    /** As it stands this moment. */
    now,
    change: (change: Partial<AnswerWords>) => {
      const sent = latest.current.own?.sent ?? null;
      // Other words are not those that were to be posted.
      const next = { ...now().draft, sent, toPost: false, ...change };
      noteTyped(next.body);
      store(isWorthKeeping(next, latest.current.held) ? next : null);
    },
    /** Goes on with this device's text, in place of what the server holds. */
    keepMine: () => {
      const { held: theirs } = latest.current;
      const base = theirs && { id: theirs.id, base: theirs.version };
      store({ ...now().draft, ...base, sent: null, toPost: false });
    },
    /** Whether it is to be posted as it stands, as soon as it can be. */
    waitToBePosted: (toPost: boolean) => {
      const next = { ...now().draft, sent: latest.current.own?.sent ?? null, toPost };
      store(isWorthKeeping(next, latest.current.held) ? next : null);
    },
    /** Forgets this device's text. */
    takeTheirs: () => {
      noteTyped("");
      store(null);
    },
    /** Notes what is on its way, in case its acknowledgement is lost. */
    sending: ({ positionId, body }: AnswerWords) => {
      const { own: mine } = latest.current;
      if (mine) store({ ...mine, base: now().draft.base, sent: { positionId, body } });
    },
    /** Settles what was sent: whatever has been written since stays, on top of what was acknowledged. */
    settle: (sent: AnswerWords, saved: HeldAnswer) => {
      const { own: mine } = latest.current;
      latest.current = { ...latest.current, held: saved };
      if (mine && saysTheSame(mine, sent)) store(null);
      else if (mine) store(afterSaving(mine, sent, saved));
    },
  };
}
