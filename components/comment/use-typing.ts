"use client";

import { useCallback, useEffect, useRef } from "react";
import { useDesk } from "@/components/reading/desk-state";

/** Whoever has not touched a key for this long is no longer said to be writing (ms). */
const IDLE = 6000;

/** Lets the others see that a reply is being written; to be called with every keystroke, `stop` when it is sent. */
export function useTyping(threadId: string): { typed: () => void; stop: () => void } {
  const { setTyping } = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    setTyping(null);
  }, [setTyping]);
  const typed = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    else setTyping(threadId);
    timer.current = setTimeout(stop, IDLE);
  }, [setTyping, stop, threadId]);
  useEffect(
    () => () => {
      if (timer.current) stop();
    },
    [stop],
  );
  return { typed, stop };
}
