import { z } from "zod";

/** How much of the text around a quote is kept on each side, in UTF-16 units (Hypothesis keeps 32 as well). */
const CONTEXT = 32;

/**
 * A passage within one paragraph: W3C TextPositionSelector (UTF-16 offsets, end exclusive) together with
 * TextQuoteSelector, so that the words can be found again when positions have shifted.
 */
export const passage = z
  .object({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string().min(1).max(20_000),
  })
  .refine((value) => value.end > value.start, { message: "end-before-start" });

export type Passage = z.infer<typeof passage>;

export interface Anchor extends Passage {
  prefix: string;
  suffix: string;
}

const isLowSurrogate = (text: string, index: number) => {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Moves an offset outward to the nearest boundary between graphemes: an emoji or an accent is never cut in two. */
function outward(text: string, offset: number, direction: "left" | "right"): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const segment = graphemes.segment(text).containing(offset);
  if (!segment || segment.index === offset) return offset;
  return direction === "left" ? segment.index : segment.index + segment.segment.length;
}

/**
 * Describes the selection `start`–`end` of a paragraph, without the spaces at its edges and never inside a grapheme.
 * @returns null when nothing but space is selected
 */
export function describePassage(text: string, start: number, end: number): Anchor | null {
  let from = outward(text, Math.max(0, Math.min(start, end)), "left");
  let to = outward(text, Math.min(text.length, Math.max(start, end)), "right");
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  if (from === to) return null;
  return anchorAt(text, from, to);
}

function anchorAt(text: string, start: number, end: number): Anchor {
  let left = Math.max(0, start - CONTEXT);
  if (isLowSurrogate(text, left)) left++;
  let right = Math.min(text.length, end + CONTEXT);
  if (isLowSurrogate(text, right)) right--;
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(left, start),
    suffix: text.slice(end, right),
  };
}

/** The anchor of a passage sent by a browser, or null where its words do not stand at its place. */
export function anchorOf(text: string, sent: Passage): Anchor | null {
  return text.slice(sent.start, sent.end) === sent.quote ? anchorAt(text, sent.start, sent.end) : null;
}
