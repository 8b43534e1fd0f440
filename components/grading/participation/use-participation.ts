"use client";

import { useEffect, useRef, useState } from "react";
import type { Desk } from "@/components/grading/desk/use-desk";
import type { ParticipationResult } from "@/domain/participation/result";

/**
 * What taking part is given on the desk: the suggestion, with one key, or another number with a word why. `result` is
 * undefined until it is there.
 */
export function useParticipation(desk: Desk, result: ParticipationResult | null | undefined) {
  const { grading } = desk;
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    if (wanted > 0) field.current?.focus();
  }, [wanted]);
  const suggested = result?.score ?? null;
  const give = (participation: string) => grading.edit({ participation, participationSuggested: suggested });
  return {
    result,
    field,
    /** Open when it was asked for, when another number was given, and where nothing is suggested. */
    isOpen:
      isOpen ||
      result === null ||
      (grading.shown.participation !== "" && grading.shown.participation !== suggested),
    give,
    accept: desk.countsPart && suggested !== null ? () => accept(suggested) : undefined,
    change: desk.countsPart
      ? () => {
          setOpen(true);
          setWanted((before) => before + 1);
        }
      : undefined,
  };

  function accept(score: string) {
    setOpen(false);
    grading.edit({ participation: score, participationSuggested: score, participationWhy: "" });
  }
}

export type ParticipationDeskState = ReturnType<typeof useParticipation>;
