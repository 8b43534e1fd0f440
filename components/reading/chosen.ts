import { describePassage } from "@/domain/anchor/passage";
import { MAX_SPANS } from "@/domain/comment/comment";
import type { WirePassage } from "@/domain/comment/wire";
import { offsetIn, paragraphIdOf, paragraphsIn, textOf } from "./dom-range";
import type { Place } from "./reader-types";

function rangeOfSelection(): Range | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return selection.getRangeAt(0);
}

/** The selection where it runs over more paragraphs than a passage may; nothing is made of it then. */
export function tooLong(): Range | null {
  const range = rangeOfSelection();
  return range && paragraphsIn(range).length > MAX_SPANS + 1 ? range : null;
}

/** What is selected in the text, as a passage of one paragraph or of several that follow one another. */
export function chosenIn(): { place: Place; range: Range } | null {
  const range = rangeOfSelection();
  if (!range) return null;
  const paragraphs = paragraphsIn(range);
  if (paragraphs.length > MAX_SPANS + 1) return null;
  const pieces = paragraphs.flatMap((element) => {
    const passage = pieceIn(element, range);
    const paragraphId = paragraphIdOf(element);
    return passage && paragraphId ? [{ paragraphId, passage }] : [];
  });
  const [first, ...spans] = pieces;
  if (!first) return null;
  return { place: { ...first, ...(spans.length > 0 && { spans }) }, range };
}

/** What of a paragraph lies in a range; null where only space does. */
function pieceIn(element: HTMLElement, range: Range): WirePassage | null {
  const text = textOf(element);
  const start = element.contains(range.startContainer)
    ? offsetIn(element, range.startContainer, range.startOffset)
    : 0;
  const end = element.contains(range.endContainer)
    ? offsetIn(element, range.endContainer, range.endOffset)
    : text.length;
  const passage = describePassage(text, start, end);
  return passage && { start: passage.start, end: passage.end, quote: passage.quote };
}
