"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { EvidenceView } from "@/domain/prompt/evidence";
import type { CellFigures } from "@/domain/prompt/matrix";
import { useEvidenceDesk } from "../desk-context";

export const orders = ["helpful", "newest", "reading"] as const;
export type Order = (typeof orders)[number];

/** As they come from the server the most helpful stand first. */
export function inOrder(pieces: readonly EvidenceView[], order: Order): EvidenceView[] {
  if (order === "newest") {
    return pieces.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
  }
  if (order === "reading") {
    return pieces.toSorted(
      (a, b) => a.reading - b.reading || (a.paragraph ?? 0) - (b.paragraph ?? 0) || a.start - b.start,
    );
  }
  return [...pieces];
}

/** Whether a card shows: it is counted, or one of those that say the same is. */
export const isCounted = (piece: EvidenceView, counted: ReadonlySet<string>) =>
  counted.has(piece.id) || piece.merged.some(({ id }) => counted.has(id));

/** The pieces of a cell that are looked at, page by page; all of them where only all can be put in order. */
export function useCell(cell: CellFigures, order: Order) {
  const trpc = useTRPC();
  const { courseId } = useEvidenceDesk();
  const query = useInfiniteQuery(
    trpc.evidence.cell.infiniteQueryOptions(
      { courseId, positionId: cell.positionId, dimensionId: cell.dimensionId },
      // Somebody who comes from the text has just added to it.
      { getNextPageParam: (last) => last.next ?? undefined, staleTime: 5_000 },
    ),
  );
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const total = data?.pages[0]?.total ?? 0;
  const wantsAll = order !== "helpful" || cell.counted.size < total;
  useEffect(() => {
    if (wantsAll && hasNextPage && !isFetching) fetchNextPage();
  }, [wantsAll, hasNextPage, isFetching, fetchNextPage]);

  const pieces = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.pieces) ?? [];
    const unique = [...new Map(all.map((piece) => [piece.id, piece])).values()];
    return inOrder(
      unique.filter((piece) => isCounted(piece, cell.counted)),
      order,
    );
  }, [data, cell.counted, order]);
  return {
    pieces,
    isLoaded: data !== undefined,
    /** Nothing is fetched while there is no connection. */
    isWaiting: query.isPaused,
    error: data ? null : query.error,
    retry: () => query.refetch(),
    /** Null where nothing more is to be fetched by hand. */
    more: hasNextPage && !wantsAll ? () => fetchNextPage() : null,
    isFetching,
  };
}
