"use client";

import { useState } from "react";
import { usePassages } from "@/components/cite/use-passages";
import { type CitationMark, findCitations, positionNamed } from "@/domain/prompt/citation";
import { type Standing, standingOf } from "@/domain/prompt/requirements";
import { citedForNone } from "./cited-for";
import type { PromptPage } from "./shapes";

interface Writing {
  body: string;
  positionId: string | null;
  repliesWritten: number;
}

/** What the text being written cites, for which position, and how it stands against what is asked. */
export function useCiting(courseId: string, page: PromptPage, { body, positionId, repliesWritten }: Writing) {
  const [entered, setEntered] = useState(false);
  const { passages, leadsSomewhere, chipsOf } = usePassages(courseId, entered || body.includes("[["));
  const known = [...page.positions, ...page.removedPositions];
  const positionOf = (mark: CitationMark) => positionNamed(mark.about, known)?.id ?? null;
  const standing: Standing = standingOf(body, page.prompt.asks, {
    leadsSomewhere,
    positionOf,
    positionTaken: positionId,
    repliesWritten,
  });
  const marks = findCitations(body);
  const chips = chipsOf(body);
  return {
    passages,
    chipsOf,
    standing,
    /** To be called when somebody begins to write: what can be cited is fetched then. */
    enter: () => setEntered(true),
    isNamed: (mark: CitationMark) => positionOf(mark) !== null,
    loose: citedForNone(body, leadsSomewhere, (mark) => positionOf(mark) !== null),
    chipAt: (mark: CitationMark) => chips.find((chip) => marks[chip.position]?.start === mark.start),
  };
}

export type Citing = ReturnType<typeof useCiting>;
