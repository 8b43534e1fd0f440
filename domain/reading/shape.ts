/** How much of a line of Latin text each letter takes; Han, kana and Hangul stand twice as wide. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Narrow letters in a line of the text at its full measure. */
const LINE = 66;

/** Sizes as the page sets them, in CSS px: the leading of a kind of paragraph, and what stands around its lines. */
const leadings: Record<string, number> = { quote: 36, caption: 24, footnote: 24, table: 37 };

/** The lines a paragraph fills at the full measure; a line of its own for each row of a list or table. At least 1. */
export function linesOf(text: string): number {
  return text.split("\n").reduce((lines, row) => {
    const letters = row.length + (row.match(WIDE)?.length ?? 0);
    return lines + Math.max(1, Math.ceil(letters / LINE));
  }, 0);
}

/**
 * About how high a paragraph stands, in CSS px. Good enough to hold its place until it is drawn; from then on the
 * browser remembers the height it had.
 */
export function estimatedHeight(kind: string, text: string): number {
  return linesOf(text) * (leadings[kind] ?? 30);
}
