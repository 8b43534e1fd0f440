"use client";

import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import type { AssignmentDraft } from "@/domain/assignment/assignment";
import type { Effect } from "@/domain/assignment/effect-shape";

/** Between the last change and the question whom it touches. Milliseconds. */
const PAUSE = 400;

export interface Touched {
  effects: readonly Effect[];
  /** What stands for having read the serious ones; null where there is none. */
  touches: string | null;
}

interface Input {
  courseId: string;
  assignmentId: string | null;
  /** Null where there is nothing to ask: it is a draft, as it was saved, or not in order. */
  draft: AssignmentDraft | null;
}

/** Whom the changes in the form touch, asked anew after each pause in the writing. */
export function useEffects({ courseId, assignmentId, draft }: Input) {
  const client = useTRPCClient();
  const [told, setTold] = useState<{ key: string; touched: Touched } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [acknowledged, setAcknowledged] = useState<string | null>(null);
  const key = draft && JSON.stringify(draft);
  // The draft is made anew at every drawing; the key tells whether it is another.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });

  useEffect(() => {
    if (!key || !assignmentId) return;
    let isNewest = true;
    const ask = async () => {
      const { current } = latest;
      if (!current) return;
      try {
        const touched = await client.assignment.effects.mutate({
          courseId,
          id: assignmentId,
          draft: current,
        });
        if (!isNewest) return;
        setTold({ key, touched });
        setFailed(null);
      } catch {
        // Saving asks again, and is refused rather than done unread.
        if (isNewest) setFailed(key);
      }
    };
    const timer = setTimeout(ask, PAUSE);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [key, assignmentId, courseId, client]);

  const shown = key !== null && told?.key === key ? told.touched : null;
  const touches = shown?.touches ?? null;
  return {
    /** Null while it is being asked, or where there is nothing to ask. */
    touched: shown,
    asking: key !== null && shown === null && failed !== key,
    failed: key !== null && failed === key,
    /** A person has read the serious ones; true where there are none. */
    acknowledged: touches === null || acknowledged === touches,
    acknowledge: (isRead: boolean) => setAcknowledged(isRead ? touches : null),
    /** What a save sends along. */
    touches: touches !== null && acknowledged === touches ? touches : null,
    /** A save was refused because of what is told with the refusal. */
    refused: (touched: Touched) => {
      if (key) setTold({ key, touched });
      setAcknowledged(null);
    },
  };
}

export type Effects = ReturnType<typeof useEffects>;
