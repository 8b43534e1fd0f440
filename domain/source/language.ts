import { eld } from "eld/extrasmall";

const SAMPLE = 1000;

/**
 * The language of a text as an ISO 639-1 code, or null where the text is too short or too mixed to tell.
 * Looks at the beginning, the middle and the end, so that a foreign quotation or a caption does not decide.
 */
export function detectLanguage(text: string): string | null {
  const starts =
    text.length <= SAMPLE * 3 ? [0, SAMPLE, SAMPLE * 2] : [0, text.length / 2, text.length - SAMPLE];
  const votes = new Map<string, number>();
  for (const start of starts) {
    const piece = text.slice(Math.floor(start), Math.floor(start) + SAMPLE);
    if ((piece.match(/\p{L}/gu)?.length ?? 0) < 20) continue;
    const found = eld.detect(piece);
    if (found.language && found.isReliable()) {
      votes.set(found.language, (votes.get(found.language) ?? 0) + 1);
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || (second && second[1] === first[1])) return null;
  return first[0];
}
