"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LiveStatus } from "@/components/live/connection";
import { lookEvery, usePageLive } from "@/components/live/use-page-live";
import { useTRPC } from "@/components/trpc/client";
import { FRAME, holdBack } from "./news";
import type { EvidencePage } from "./shapes";

/** Somebody who comes from the text has just added to it. Milliseconds. */
const FRESH = 5_000;

const none: ReadonlySet<string> = new Set();

/** What others did that is not shown yet. */
export interface Waiting {
  /** How many pieces; the frame counts as one. */
  count: number;
  /** How many new pieces wait in a cell. */
  fresh: ReadonlyMap<string, number>;
  show: () => void;
  /** What this person has changed of others' shows at once. */
  release: (ids: string[]) => void;
  status: LiveStatus;
}

interface NewsProps {
  courseId: string;
  /** As the page was made with it. */
  first: EvidencePage;
  madeAt: number;
}

/** The matrix as it is shown: one's own changes at once, others' when they are asked for. */
export function useNews({ courseId, first, madeAt }: NewsProps): { page: EvidencePage; waiting: Waiting } {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const [shown, setShown] = useState(first);
  const [released, setReleased] = useState(none);
  /** Of which something was said or done that the matrix itself does not count. */
  const [touched, setTouched] = useState(none);
  const options = trpc.evidence.page.queryOptions(
    { courseId },
    { initialData: first, initialDataUpdatedAt: madeAt, staleTime: FRESH },
  );
  /** What was left of a visit before this one is older than what the page came with. */
  const [leftAt] = useState(() => client.getQueryState(options.queryKey)?.dataUpdatedAt);

  const lookAtCards = useCallback(() => {
    for (const part of [trpc.evidence.cell, trpc.evidence.unplaced, trpc.evidence.similar, trpc.note.list]) {
      void client.invalidateQueries({ queryKey: part.pathKey() });
    }
  }, [client, trpc]);
  const release = useCallback((ids: string[]) => setReleased((held) => new Set([...held, ...ids])), []);
  const adopt = useCallback((page: EvidencePage) => {
    setShown(page);
    setReleased(none);
    setTouched(none);
  }, []);
  const look = () => client.invalidateQueries({ queryKey: options.queryKey });

  const status = usePageLive({
    courseId,
    page: "evidence=1",
    madeAt,
    onChanges: (changes) => {
      const others = changes.filter(({ mine, kind }) => !mine && kind === "evidence");
      const own = changes.filter(({ mine }) => mine);
      if (others.length > 0) setTouched((held) => new Set([...held, ...others.map(({ id }) => id)]));
      if (own.length > 0) {
        release(own.map(({ kind, id }) => (kind === "frame" ? FRAME : id)));
        lookAtCards();
      }
      void look();
    },
    onAgain: () => {
      void look();
      lookAtCards();
    },
    onView: () => {
      // Nothing is held back of what may be seen from now on, or may no longer.
      void look().then(() => adopt(client.getQueryData(options.queryKey) ?? first));
      lookAtCards();
      router.refresh();
    },
  });
  const { data, dataUpdatedAt } = useQuery({
    ...options,
    refetchInterval: lookEvery(status),
    refetchOnWindowFocus: status !== "live",
  });
  const now = dataUpdatedAt === leftAt ? first : data;
  const news = useMemo(() => holdBack(shown, now, released), [shown, now, released]);
  const count = useMemo(() => {
    const known = new Set([...news.page.pieces, ...now.pieces].map(({ id }) => id));
    return new Set([...news.waits, ...[...touched].filter((id) => known.has(id))]).size;
  }, [news, now, touched]);
  // Where nothing waits, what was released need not be remembered.
  const isUpToDate = news.waits.size === 0;
  useEffect(() => {
    if (!isUpToDate || shown === now) return;
    setShown(now);
    setReleased(none);
  }, [isUpToDate, shown, now]);

  const show = useCallback(() => {
    adopt(now);
    lookAtCards();
  }, [adopt, lookAtCards, now]);
  const { page, fresh } = news;
  const waiting = useMemo(
    () => ({ count, fresh, show, release, status }),
    [count, fresh, show, release, status],
  );
  return { page, waiting };
}
