"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { type Chip, type CitationMark, findCitations } from "@/domain/prompt/citation";
import type { CitablePassage } from "@/domain/prompt/cite-query";

const none: CitablePassage[] = [];

/** The paragraphs that can be cited in a course, fetched once they are wanted. */
export function usePassages(courseId: string, wanted: boolean) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.prompt.passages.queryOptions({ courseId }, { enabled: wanted, staleTime: 5 * 60_000 }),
  );
  const passages = data ?? none;
  const find = (mark: CitationMark) =>
    passages.find((each) => each.reading === mark.reading && each.paragraph === mark.paragraph);
  return {
    passages,
    /** Until the passages are known, a mark is taken at its word. */
    leadsSomewhere: (mark: CitationMark) => data === undefined || find(mark) !== undefined,
    /** The chips of a text that the server has not seen yet. */
    chipsOf: (text: string): Chip[] =>
      findCitations(text).flatMap((mark, position) => {
        const found = find(mark);
        return found
          ? [{ ...found, position, positionId: null, about: mark.about, anchor: "sound", formerText: null }]
          : [];
      }),
  };
}
