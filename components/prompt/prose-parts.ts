import { type Chip, countWords, findCitations } from "@/domain/prompt/citation";

/** One paragraph of a text, with its own citations numbered anew. */
export interface ProsePart {
  /** Where it begins in the whole, UTF-16 units. */
  start: number;
  text: string;
  citations: Chip[];
}

/** Markdown in which an empty line need not end a paragraph: lists, code, tables, notes of reference. */
const TIED = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|```|~~~|\|| {4}|\t|\[[^\]]+\]:)/m;

/** A text paragraph by paragraph; whole where it cannot be told apart without harm. */
export function proseParts(text: string, citations: readonly Chip[]): ProsePart[] {
  const marks = findCitations(text);
  const pieces = TIED.test(text) ? [{ start: 0, text }] : paragraphsOf(text);
  return pieces.map((piece) => {
    const end = piece.start + piece.text.length;
    const own = marks.flatMap((mark, at) => (mark.start >= piece.start && mark.start < end ? [at] : []));
    const first = own[0] ?? 0;
    const chips = citations.filter((chip) => own.includes(chip.position));
    return { ...piece, citations: chips.map((chip) => ({ ...chip, position: chip.position - first })) };
  });
}

function paragraphsOf(text: string): { start: number; text: string }[] {
  const pieces: { start: number; text: string }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    pieces.push({ start, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  pieces.push({ start, text: text.slice(start) });
  return pieces.filter((piece) => piece.text.trim() !== "");
}

/** The first parts, until they have so many words. */
export function beginning(parts: readonly ProsePart[], words: number): ProsePart[] {
  let have = 0;
  const shown: ProsePart[] = [];
  for (const part of parts) {
    if (have >= words) break;
    shown.push(part);
    have += countWords(part.text);
  }
  return shown;
}
