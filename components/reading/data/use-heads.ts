"use client";

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useHoldsBack } from "@/components/live/live-provider";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { useTRPC } from "@/components/trpc/client";
import type { ThreadFilter } from "@/domain/comment/filter";
import { madeBy, withOutbox } from "@/domain/comment/overlay";
import { useDesk } from "../desk-state";
import type { Head } from "../reader-types";
import { useMyVoice } from "./use-me";

/** Paragraphs asked for at once: what has been asked for is kept, however the window moves. */
const CHUNK = 8;

interface Asked {
  courseId: string;
  readingId: string;
  filter: ThreadFilter;
}

/** How the threads beside a paragraph are asked for: with its neighbours', always the same ones. */
export const headsInput = (asked: Asked, position: number) => ({
  ...asked,
  positions: positionsOf(chunkOf(position)),
});

const chunkOf = (position: number) => Math.floor(position / CHUNK);
const positionsOf = (chunk: number) => Array.from({ length: CHUNK }, (_, at) => chunk * CHUNK + at);

/** It was asked for and could not be had. */
export const isMissing = ({ isError, data }: { isError: boolean; data: unknown }) =>
  isError && data === undefined;

/** The threads beside these paragraphs, with one's own that are still on their way. */
export function useHeads(positions: number[]): {
  heads: Head[];
  more: Record<number, number>;
  loading: boolean;
  /** Some of them could not be had, and none that were had before stand in for them. */
  failed: boolean;
  again: () => void;
} {
  const trpc = useTRPC();
  const { courseId, page, filter } = useDesk();
  const { items } = useOutbox();
  const holdsBack = useHoldsBack();
  const me = useMyVoice();
  const chunks = [...new Set(positions.map(chunkOf))];
  const found = useQueries({
    queries: chunks.map((chunk) =>
      trpc.comment.heads.queryOptions(headsInput({ courseId, readingId: page.id, filter }, chunk * CHUNK)),
    ),
    combine: (results) => ({
      heads: results.flatMap((result) => result.data?.heads ?? []),
      more: Object.assign({}, ...results.map((result) => result.data?.more ?? {})) as Record<number, number>,
      loading: results.some((result) => result.isPending),
      failed: results.some(isMissing),
      again: () => {
        for (const result of results) if (isMissing(result)) result.refetch();
      },
    }),
  });
  const heads = useMemo(() => {
    const roots = withOutbox(
      found.heads.map((head) => head.root),
      items,
      me,
    );
    const known = new Set(roots.map((root) => root.id));
    const made = items.flatMap((item) => {
      const post = item.write.kind === "post" ? madeBy(item, me, undefined) : null;
      return post && !known.has(post.id) ? [{ root: post, replies: 0, unread: 0 }] : [];
    });
    const shown = found.heads.map((head, at) => ({ ...head, root: roots[at] ?? head.root }));
    const stands = ({ root, replies }: Head) => (!root.deleted || replies > 0) && !holdsBack(root.id);
    return [...shown.filter(stands), ...made];
  }, [found.heads, holdsBack, items, me]);
  return { ...found, heads };
}
