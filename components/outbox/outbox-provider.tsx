"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { Outbox, type OutboxPlace } from "./outbox";
import type { OutboxView } from "./outbox-view";
import { deliver } from "./send";

const OutboxContext = createContext<Outbox | null>(null);

/** Sends what the reader writes, now or when it can be sent; `useOutbox` inside it. */
export function OutboxProvider({
  personId,
  courseId,
  scope,
  children,
}: OutboxPlace & { children: ReactNode }) {
  const client = useTRPCClient();
  const outbox = useMemo(
    () => new Outbox({ personId, courseId, scope }, (item) => deliver(client, item)),
    [client, personId, courseId, scope],
  );
  useEffect(() => outbox.start(), [outbox]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

type OutboxActs = Pick<Outbox, "enqueue" | "tryNow" | "takeBack" | "discard" | "onSent" | "onEvidence">;

/** What waits on this device, and what can be done with it. */
export function useOutbox(): OutboxView & OutboxActs {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error("useOutbox stands outside of an OutboxProvider.");
  const view = useSyncExternalStore(outbox.watch, outbox.view, outbox.view);
  return useMemo(() => {
    const { enqueue, tryNow, takeBack, discard, onSent, onEvidence } = outbox;
    return { ...view, enqueue, tryNow, takeBack, discard, onSent, onEvidence };
  }, [outbox, view]);
}
