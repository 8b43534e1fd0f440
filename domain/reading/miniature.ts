/** Lines of a paragraph's miniature beyond which it is drawn shorter than to scale. */
const MOST_LINES = 16;

/** Strokes drawn in one miniature; more would be one smear. */
const MOST_STROKES = 14;

/** Part of one line of a miniature, from `left` over `width` in percent of the line. Lines count from 0. */
export interface Stroke<Kind> {
  line: number;
  left: number;
  width: number;
  kind: Kind;
}

/** The lines that the miniature of a paragraph has. @param lines those of the paragraph itself */
export const miniatureLines = (lines: number): number => Math.max(1, Math.min(MOST_LINES, lines));

/**
 * Where passages show in a paragraph's miniature. Letters are taken to be equally wide: it is a picture, not a map.
 * @param passages `start, end, start, end …` in UTF-16 units, per kind
 * @param length of the paragraph's text
 * @param lines of the miniature
 */
export function strokesOf<Kind>(
  passages: readonly (readonly [kind: Kind, offsets: readonly number[]])[],
  length: number,
  lines: number,
): Stroke<Kind>[] {
  if (length === 0) return [];
  const perLine = length / lines;
  const strokes: Stroke<Kind>[] = [];
  for (const [kind, offsets] of passages) {
    for (let at = 0; at + 1 < offsets.length; at += 2) {
      const start = Math.min(offsets[at] ?? 0, length);
      const end = Math.min(offsets[at + 1] ?? 0, length);
      for (let line = Math.floor(start / perLine); line < lines && line * perLine < end; line++) {
        if (strokes.length === MOST_STROKES) return strokes;
        const from = Math.max(start / perLine - line, 0);
        const to = Math.min(end / perLine - line, 1);
        strokes.push({ line, left: Math.round(from * 100), width: Math.round((to - from) * 100), kind });
      }
    }
  }
  return strokes;
}

/** How hot the talk of a paragraph is, 0 (none) to 3. @param comments beside it */
export const heatOf = (comments: number): 0 | 1 | 2 | 3 =>
  comments > 8 ? 3 : comments > 3 ? 2 : comments > 0 ? 1 : 0;
