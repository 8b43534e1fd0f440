"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { newId } from "@/components/trpc/new-id";

const draftShape = z.object({
  id: z.string(),
  /** The server's version that it was written on; 0 for none. */
  base: z.int().nonnegative(),
  positionId: z.string().nullable(),
  body: z.string(),
});
export type ResponseDraft = z.infer<typeof draftShape>;

/** What the server holds of this person's answer. */
interface Held {
  id: string;
  version: number;
  positionId: string | null;
  body: string;
}

function parse(kept: string): ResponseDraft | null {
  if (kept === "") return null;
  try {
    return draftShape.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

const saysTheSame = (draft: ResponseDraft, held: Pick<ResponseDraft, "positionId" | "body">) =>
  draft.body === held.body && draft.positionId === held.positionId;

/**
 * This person's answer as it is being written: kept on this device together with the version it was written on, so
 * that a change made on another device meanwhile is noticed before anything is sent.
 */
export function useResponseDraft(key: string, held: Held | null) {
  const [kept, keep, { keptAt, clear }] = useDraft(key);
  const [freshId] = useState(newId);
  const latest = useRef<ResponseDraft | null>(null);
  const own = useMemo(() => parse(kept), [kept]);
  useEffect(() => {
    latest.current = own;
  }, [own]);

  const base = held?.version ?? 0;
  const onServer: ResponseDraft = {
    id: held?.id ?? freshId,
    base,
    positionId: held?.positionId ?? null,
    body: held?.body ?? "",
  };
  const draft = own ?? onServer;
  const changed = own !== null && !saysTheSame(own, onServer);
  const store = (next: ResponseDraft) => keep(JSON.stringify(next));

  return {
    draft,
    /** Differs from what the server holds. */
    changed,
    /** The server holds something newer than this draft was written on. */
    conflict: changed && held !== null && draft.base !== base,
    keptAt: changed ? keptAt : null,
    change: (change: Partial<Pick<ResponseDraft, "positionId" | "body">>) => store({ ...draft, ...change }),
    /** Goes on with this device's text, in place of what the server holds. */
    keepMine: () => store({ ...draft, id: onServer.id, base }),
    /** Forgets this device's text. */
    takeTheirs: clear,
    /** Settles what was sent: whatever has been written since stays, on top of what was acknowledged. */
    settle: (sent: ResponseDraft, saved: Held) => {
      const now = latest.current ?? sent;
      if (saysTheSame(now, sent)) clear();
      else store({ ...now, id: saved.id, base: saved.version });
    },
  };
}
