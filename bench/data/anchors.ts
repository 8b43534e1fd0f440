import type { Random } from "./random";
import type { Text } from "./text";

/** A place that somebody has written on. */
export interface MadeAnchor {
  /** Index among the text's paragraphs. */
  paragraph: number;
  start: number;
  end: number;
  /** On the paragraph as a whole. */
  isWhole: boolean;
}

/** Hundredths of the anchors with passages of so many characters. */
const lengths = [
  { share: 50, low: 4, high: 40 },
  { share: 25, low: 41, high: 120 },
  { share: 15, low: 121, high: 400 },
] as const;

function passageOf(text: string, random: Random): { start: number; end: number } | null {
  const chosen = random.between(1, 100);
  let sum = 0;
  for (const { share, low, high } of lengths) {
    sum += share;
    if (chosen > sum) continue;
    const length = Math.min(text.length, random.between(low, high));
    const from = random.between(0, text.length - length);
    const start = from === 0 ? 0 : text.lastIndexOf(" ", from) + 1;
    const space = text.indexOf(" ", start + length);
    return { start, end: space < 0 ? text.length : space };
  }
  return null;
}

/** Places on a text: half of them a few words, some as long as sentences, one in ten a whole paragraph. */
export function makeAnchors(text: Text, count: number, random: Random): MadeAnchor[] {
  const paragraphs = random.shuffled(text.paragraphs.map((_, index) => index));
  return Array.from({ length: count }, () => {
    const paragraph = random.skewed(paragraphs, 40);
    const words = text.paragraphs[paragraph]?.text ?? "";
    const passage = passageOf(words, random);
    return { paragraph, ...(passage ?? { start: 0, end: words.length }), isWhole: passage === null };
  });
}
