import { describePassage } from "@/domain/anchor/passage";
import { offsetIn, paragraphElement, paragraphIdOf } from "./dom-range";
import type { Place, ReadingPage } from "./reader-types";

export interface Chosen {
  place: Place;
  top: number;
  left: number;
}

/** What is selected, as a passage of one paragraph: a selection that runs on into the next ends with the first. */
export function chosenIn(page: ReadingPage): Chosen | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const paragraphId = paragraphIdOf(range.startContainer);
  const element = paragraphId && paragraphElement(paragraphId);
  const text = page.paragraphs.find((paragraph) => paragraph.id === paragraphId)?.text;
  if (!element || text === undefined) return null;
  const start = offsetIn(element, range.startContainer, range.startOffset);
  const end = element.contains(range.endContainer)
    ? offsetIn(element, range.endContainer, range.endOffset)
    : text.length;
  const passage = describePassage(text, start, end);
  if (!passage) return null;
  const rects = range.getClientRects();
  const box = rects[rects.length - 1] ?? range.getBoundingClientRect();
  return {
    place: { paragraphId, passage: { start: passage.start, end: passage.end, quote: passage.quote } },
    top: box.bottom + window.scrollY + 8,
    left: Math.max(8, Math.min(box.right + window.scrollX - 40, window.innerWidth - 220)),
  };
}
