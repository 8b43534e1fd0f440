"use client";

import { useEffect, useRef, useState } from "react";
import { type Change, change } from "@/domain/reading/change";
import { connect, type LiveStatus } from "./connection";
import { whileInSight } from "./while-in-sight";

/** A page asks again this often at most; a class that hears of one change at one moment does not ask as one. Milliseconds. */
const GATHER = { least: 150, spread: 500, between: 2_500 };

/** How often a page asks by itself what is new: hardly ever while it is told. Milliseconds. */
export const lookEvery = (status: LiveStatus): number => (status === "live" ? 120_000 : 30_000);

interface PageLive {
  courseId: string;
  /** What is listened to, as the address has it. */
  page: `prompt=${string}` | "evidence=1";
  /** When the page was made; milliseconds since 1970, by the server's clock. */
  madeAt: number;
  /** Something that this person sees has changed. */
  onChanges: (changes: Change[]) => void;
  /** Something may have, while nobody was listening. */
  onAgain: () => void;
  /** Others' words show that did not, or do no longer. */
  onView: () => void;
}

/** Hears that something on a page has changed. Gives how the line stands. */
export function usePageLive({ courseId, page, madeAt, onChanges, onAgain, onView }: PageLive): LiveStatus {
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const acts = useRef({ onChanges, onAgain, onView });
  useEffect(() => {
    acts.current = { onChanges, onAgain, onView };
  });
  // What was heard counts from the first making on; a page made anew is no reason to hang up.
  const heardAt = useRef(String(madeAt));

  useEffect(() => {
    let heard: Change[] = [];
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      last = Date.now();
      const changes = heard;
      heard = [];
      acts.current.onChanges(changes);
    };
    const take = (data: string) => {
      const { success, data: told } = change.safeParse(JSON.parse(data));
      if (!success) return;
      heard.push(told);
      const soon = GATHER.least + Math.random() * GATHER.spread;
      timer ??= setTimeout(tell, Math.max(soon, last + GATHER.between - Date.now()));
    };
    const onEvent = ({ name, data }: { name: string; data: string }) => {
      if (name === "change") take(data);
      else if (name === "at") heardAt.current = data;
      else if (name === "again") acts.current.onAgain();
      else if (name === "view") acts.current.onView();
    };
    const url = `/api/stream?course=${courseId}&${page}`;
    const cursor = () => heardAt.current;
    const stop = whileInSight(() => connect(url, { cursor, onEvent, onStatus: setStatus }));
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [courseId, page]);
  return status;
}
