"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import type { EvidenceView } from "@/domain/prompt/evidence";
import type { CellFigures } from "@/domain/prompt/matrix";
import { isCounted } from "../panel/use-cell";

/** So many cells are asked for at once: a whole matrix in one go would keep others waiting. */
const AT_ONCE = 6;

/** The pieces of all cells given, by the cell's key, and how far the fetching has come. */
export function useAllPieces(courseId: string, cells: readonly CellFigures[]) {
  const client = useTRPCClient();
  const [done, setDone] = useState(0);

  const piecesOf = async ({ positionId, dimensionId, counted }: CellFigures) => {
    const pieces: EvidenceView[] = [];
    let cursor: number | undefined = 0;
    while (cursor !== undefined) {
      const page: Awaited<ReturnType<typeof client.evidence.cell.query>> = await client.evidence.cell.query({
        courseId,
        positionId,
        dimensionId,
        cursor,
      });
      pieces.push(...page.pieces.filter((piece) => piece.filed && isCounted(piece, counted)));
      cursor = page.next ?? undefined;
    }
    return pieces;
  };

  const { data, error, refetch } = useQuery({
    queryKey: ["evidence-print", courseId],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const all = new Map<string, EvidenceView[]>();
      for (let at = 0; at < cells.length; at += AT_ONCE) {
        const some = cells.slice(at, at + AT_ONCE);
        const found = await Promise.all(some.map(piecesOf));
        some.forEach((cell, index) => {
          all.set(cell.key, found[index] ?? []);
        });
        setDone(Math.min(cells.length, at + AT_ONCE));
      }
      return all;
    },
  });
  return { pieces: data, error, retry: refetch, done };
}
