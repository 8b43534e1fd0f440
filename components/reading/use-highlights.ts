"use client";

import { useEffect } from "react";
import { breathe } from "./breathe";
import { paragraphAt, paragraphElement, rangeIn } from "./dom-range";
import { type Digest, type Place, piecesOf } from "./reader-types";

const names = ["question", "insight", "challenge", "term", "plain"] as const;
type Name = (typeof names)[number];

/** Passages painted before the page is let go again. */
const AT_ONCE = 250;

/** The passages of a digest as ranges of the page, by signal. Gives up when `stop` is aborted. */
async function rangesOf(marks: Digest["marks"], stop: AbortSignal): Promise<Map<Name, Range[]>> {
  const ranges = new Map<Name, Range[]>(names.map((name) => [name, []]));
  let done = 0;
  for (const [position, signal, offsets] of marks) {
    const element = paragraphAt(position);
    if (!element) continue;
    for (let at = 0; at + 1 < offsets.length; at += 2) {
      const range = rangeIn(element, offsets[at] ?? 0, offsets[at + 1] ?? 0);
      if (range) ranges.get(signal)?.push(range);
      if (++done % AT_ONCE === 0) await breathe();
      if (stop.aborted) return ranges;
    }
  }
  return ranges;
}

/**
 * Paints what is talked about with the CSS Custom Highlight API, which adds no nodes. What overlaps is painted as one,
 * so that the work grows with the text and not with the talk. Without the API the text stays plain and the threads are
 * reached from ¶.
 */
export function useHighlights(marks: Digest["marks"], places: { held: Place | null; own: Place[] }): void {
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    const stop = new AbortController();
    rangesOf(marks, stop.signal).then((ranges) => {
      if (stop.signal.aborted) return;
      for (const name of names) CSS.highlights.set(`gl-${name}`, new Highlight(...(ranges.get(name) ?? [])));
      performance.mark("glossa:painted");
    });
    return () => stop.abort();
  }, [marks]);

  const { held, own } = places;
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    const rangesFor = (place: Place) =>
      piecesOf(place).flatMap(({ paragraphId, start, end }) => {
        const element = paragraphElement(paragraphId);
        return (element && rangeIn(element, start, end)) ?? [];
      });
    CSS.highlights.set("gl-own", new Highlight(...own.flatMap(rangesFor)));
    CSS.highlights.set("gl-held", new Highlight(...(held ? rangesFor(held) : [])));
  }, [held, own]);
}
