"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { evidenceRelations } from "@/domain/prompt/contest";
import { useCited } from "../data/use-cited";
import { CellFields } from "./cell-fields";
import { GatherHead } from "./gather-head";
import type { EvidencePlace } from "./gathering";
import { RelationMark } from "./relation-mark";
import { type Cell, useGatherer } from "./use-gatherer";
import { useStandBy } from "./use-stand-by";

/** By the chosen words: 1, 2 or 3 records them as evidence for the position and dimension chosen last. */
export function GatherBar({ place }: { place: EvidencePlace }) {
  const t = useTranslations("reader.evidence");
  const { record, leave, lastCell } = useGatherer();
  const [chosen, setChosen] = useState<Cell>(lastCell);
  const cell = useKnown(chosen);
  const stand = useStandBy(place, "bar");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const at = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1];
      const relation = at ? evidenceRelations[Number(at) - 1] : undefined;
      if (relation) record(place, relation, cell);
      else if (event.key === "Escape") leave({ place, piece: null });
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // In the capture phase: while the bar stands the page's own keys wait.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [record, leave, place, cell]);

  return (
    <div {...stand} role="dialog" aria-label={t("title")}>
      <GatherHead place={place} />
      <CellFields cell={cell} onChange={(change) => setChosen({ ...cell, ...change })} />
      <p className="gather-acts">
        {evidenceRelations.map((relation, index) => (
          <button
            key={relation}
            type="button"
            ref={index === 0 ? first : undefined}
            className="btn"
            aria-keyshortcuts={`${index + 1}`}
            onClick={() => record(place, relation, cell)}
          >
            <RelationMark relation={relation} />
            {t(`relation.${relation}`)} <kbd aria-hidden>{index + 1}</kbd>
          </button>
        ))}
        <button
          type="button"
          className="mb"
          aria-label={t("close")}
          onClick={() => leave({ place, piece: null })}
        >
          <X className="i" aria-hidden />
        </button>
      </p>
    </div>
  );
}

/** Somebody types or chooses somewhere else meanwhile. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, [contenteditable=true], [role=dialog]:not(.gather), [role=menu]") !== null;

/** What was remembered and is no longer in the frame is not chosen. */
function useKnown({ positionId, dimensionId }: Cell): Cell {
  const { data } = useCited({ wanted: true });
  if (!data) return { positionId, dimensionId };
  const known = (all: readonly { id: string }[], id: string | null) =>
    all.some((each) => each.id === id) ? id : null;
  const { positions, dimensions } = data.frame;
  return { positionId: known(positions, positionId), dimensionId: known(dimensions, dimensionId) };
}
