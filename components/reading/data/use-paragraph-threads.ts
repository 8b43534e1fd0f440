"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useHoldsBack } from "@/components/live/live-provider";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { useTRPC } from "@/components/trpc/client";
import { madeBy, withOutbox } from "@/domain/comment/overlay";
import { useDesk } from "../desk-state";
import { positionOf } from "../dom-range";
import type { Head } from "../reader-types";
import { useMyVoice } from "./use-me";

/** All threads of one paragraph, a page at a time; position 0 is the whole reading. */
export function useParagraphThreads(position: number) {
  const trpc = useTRPC();
  const { courseId, page, filter } = useDesk();
  const { items } = useOutbox();
  const holdsBack = useHoldsBack();
  const me = useMyVoice();
  const query = useInfiniteQuery(
    trpc.comment.ofParagraph.infiniteQueryOptions(
      { courseId, readingId: page.id, filter, position },
      { getNextPageParam: (last) => last.next ?? undefined, initialCursor: 0 },
    ),
  );
  const heads: Head[] = useMemo(() => {
    const loaded = query.data?.pages.flatMap((one) => one.heads) ?? [];
    const roots = withOutbox(
      loaded.map((head) => head.root),
      items,
      me,
    );
    const known = new Set(roots.map((root) => root.id));
    const made = items.flatMap((item) => {
      const post = item.write.kind === "post" ? madeBy(item, me, undefined) : null;
      const isHere = post && positionOf(post.paragraphId) === position && !known.has(post.id);
      return isHere ? [{ root: post, replies: 0, unread: 0 }] : [];
    });
    const shown = loaded.map((head, at) => ({ ...head, root: roots[at] ?? head.root }));
    return [...shown.filter(({ root }) => !holdsBack(root.id)), ...made];
  }, [holdsBack, query.data, items, me, position]);
  return {
    heads,
    hasMore: query.hasNextPage,
    loadMore: () => {
      query.fetchNextPage();
    },
    loading: query.isPending,
    failed: query.isError && query.data === undefined,
    again: () => {
      query.refetch();
    },
  };
}
