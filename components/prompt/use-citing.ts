"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { usePassages } from "@/components/cite/use-passages";
import { useTRPC } from "@/components/trpc/client";
import { type Chip, type CitationMark, findCitations, positionNamed } from "@/domain/prompt/citation";
import { type Standing, standingOf } from "@/domain/prompt/requirements";
import { citedForNone } from "./cited-for";
import type { PromptPage } from "./shapes";

interface Writing {
  body: string;
  positionId: string | null;
  repliesWritten: number;
  /** What the server holds of it: its marks point where they pointed, whatever has their numbers now. */
  held: { body: string; citations: readonly Chip[] } | null;
}

/** What the text being written cites, for which position, and how it stands against what is asked. */
export function useCiting(
  courseId: string,
  page: PromptPage,
  { body, positionId, repliesWritten, held }: Writing,
) {
  const [entered, setEntered] = useState(false);
  const { passages, isKnown, chipsOf } = usePassages(courseId, entered || body.includes("[["));
  const worked = usePutToWork(courseId, page, entered || body.includes("[["));
  const known = [...page.positions, ...page.removedPositions];
  const marks = findCitations(body);
  const chips = chipsOf(body, held && { text: held.body, targets: held.citations });
  const chipAt = new Map(chips.map((chip) => [marks[chip.position]?.start, chip]));
  const leadsSomewhere = (mark: CitationMark) => !isKnown || chipAt.has(mark.start);
  const positionOf = (mark: CitationMark) =>
    positionNamed(mark.about, known)?.id ?? chipAt.get(mark.start)?.positionId ?? null;
  const standing: Standing = standingOf(body, page.prompt.asks, {
    leadsSomewhere,
    positionOf,
    positionTaken: positionId,
    repliesWritten,
  });
  const owed = standing.uncited.length > 0 ? standing.uncited : owedAnywhere(standing, page);
  const shorts = new Set(known.filter(({ id }) => owed.includes(id)).map(({ short }) => short));
  return {
    passages,
    /** Positions that have to be cited and are not; where any will do, all that are not. */
    owed,
    /** What the list of passages knows besides their words. */
    hints: { positions: page.positions, missing: shorts, labels: worked.labels },
    /** How many passages have been put to work for a position; null until it is known. */
    inMatrix: worked.count,
    chips,
    standing,
    /** To be called when somebody begins to write: what can be cited is fetched then. */
    enter: () => setEntered(true),
    isNamed: (mark: CitationMark) => positionOf(mark) !== null,
    loose: citedForNone(body, leadsSomewhere, (mark) => positionOf(mark) !== null),
    /** Null until it is known what can be cited. */
    chipAt: (mark: CitationMark) => {
      const found = chipAt.get(mark.start);
      if (!found && !isKnown) return null;
      // In a row of one position, its name need not stand on every chip.
      return found && { ...found, about: null };
    },
  };
}

/** For which positions the course has put which paragraphs to work. */
function usePutToWork(courseId: string, { positions }: PromptPage, wanted: boolean) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.evidence.labels.queryOptions({ courseId }, { enabled: wanted, staleTime: 5 * 60_000 }),
  );
  const labels = useMemo(() => {
    const byParagraph = new Map<string, string[]>();
    for (const { paragraphId, positionId } of data ?? []) {
      const short = positions.find((position) => position.id === positionId)?.short;
      if (short) byParagraph.set(paragraphId, [...(byParagraph.get(paragraphId) ?? []), short]);
    }
    return byParagraph;
  }, [data, positions]);
  const count = (positionId: string) =>
    data ? data.filter((label) => label.positionId === positionId).length : null;
  return { labels, count };
}

/** Where a number of positions is asked for and not reached: all those that are not cited yet. */
function owedAnywhere({ requirements, citedByPosition }: Standing, { positions }: PromptPage): string[] {
  const isOwed = requirements.some(({ kind, met }) => kind === "positions" && !met);
  return isOwed ? positions.map(({ id }) => id).filter((id) => citedByPosition[id] === undefined) : [];
}

export type Citing = ReturnType<typeof useCiting>;
