import { fold } from "@/domain/find/fold";

/** Where words stand: UTF-16 units within a paragraph, end exclusive. */
export interface Place {
  paragraphId: string;
  start: number;
  end: number;
}

export interface Likeable extends Place {
  claim: string;
}

/** Whether two passages have a character in common. */
export const overlaps = (one: Place, other: Place) =>
  one.paragraphId === other.paragraphId && one.start < other.end && other.start < one.end;

/** Shorter words bind sentences together and say little of what they are about. Letters; ideographs always count. */
const SHORTEST = 4;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Claims that share fewer words may do so by chance. */
const FEWEST_SHARED = 3;
/** Of the words of the claim that has fewer. */
const SHARE = 0.5;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

function wordsOf(claim: string): Set<string> {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(fold(claim).text)) {
    if (isWordLike && (segment.length >= SHORTEST || IDEOGRAPHIC.test(segment))) words.add(segment);
  }
  return words;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const fewer = Math.min(a.size, b.size);
  const isSame = fewer > 0 && shared === a.size && shared === b.size;
  if (!isSame && shared < FEWEST_SHARED) return 0;
  return shared / fewer;
}

/** How much of the shorter claim's words the other has too: 0 to 1, and 0 where they are too few to tell. */
export const sharedWords = (one: string, other: string): number => shareOf(wordsOf(one), wordsOf(other));

/** How likely each of the others says the same as one: 0 not, up to 2; the passage counts as much as the claim. */
export function likenessTo(one: Likeable): (other: Likeable) => number {
  const words = wordsOf(one.claim);
  return (other) => {
    const share = shareOf(words, wordsOf(other.claim));
    return (overlaps(one, other) ? 1 : 0) + (share >= SHARE ? share : 0);
  };
}
