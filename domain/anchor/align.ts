/** A paragraph of one version of a text. */
export interface Text {
  id: string;
  text: string;
}

export interface Match {
  id: string;
  /** 1 for the same words; else the share of words that both have, at least `LIKE`. */
  likeness: number;
}

/** Below this two paragraphs are not the same one in two versions. */
const LIKE = 0.5;

/** Beyond this many comparisons a changed paragraph is only looked for near where it stood. */
const MOST_COMPARED = 60_000;
const NEAR = 8;

const wordsOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { segment, isWordLike } of new Intl.Segmenter("und", { granularity: "word" }).segment(text)) {
    if (!isWordLike) continue;
    const word = segment.toLocaleLowerCase("und");
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

const sizeOf = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Sørensen and Dice's coefficient over the words, each as often as it stands there. */
function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let both = 0;
  for (const [word, count] of a) both += Math.min(count, b.get(word) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * both) / all;
}

/** Pairs the paragraphs whose words are the same; of several alike the first with the first. */
function pairSame(before: readonly Text[], after: readonly Text[]): Map<string, Match> {
  const waiting = new Map<string, string[]>();
  for (const { id, text } of after) waiting.set(text, [...(waiting.get(text) ?? []), id]);
  const pairs = new Map<string, Match>();
  for (const { id, text } of before) {
    const same = waiting.get(text)?.shift();
    if (same !== undefined) pairs.set(id, { id: same, likeness: 1 });
  }
  return pairs;
}

/**
 * Which paragraph of the later version is which of the earlier: the same words first, wherever they stand, then the
 * likest of the rest, one with one. What has no entry is gone, or was taken into another.
 */
export function alignParagraphs(before: readonly Text[], after: readonly Text[]): Map<string, Match> {
  const pairs = pairSame(before, after);
  const taken = new Set([...pairs.values()].map((match) => match.id));
  const left = before.flatMap((each, at) =>
    pairs.has(each.id) ? [] : [{ id: each.id, at, words: wordsOf(each.text) }],
  );
  const right = after.flatMap((each, at) =>
    taken.has(each.id) ? [] : [{ id: each.id, at, words: wordsOf(each.text) }],
  );
  const everywhere = left.length * right.length <= MOST_COMPARED;
  const shift = (at: number) => (at * after.length) / Math.max(1, before.length);
  const candidates = left.flatMap((old) =>
    right
      .map((next) => ({
        old: old.id,
        next: next.id,
        apart: Math.abs(shift(old.at) - next.at),
        words: next.words,
      }))
      .filter((each) => everywhere || each.apart <= NEAR)
      .map(({ words, ...each }) => ({ ...each, likeness: likeness(old.words, words) }))
      .filter((each) => each.likeness >= LIKE),
  );
  candidates.sort((a, b) => b.likeness - a.likeness || a.apart - b.apart);
  for (const { old, next, likeness: like } of candidates) {
    if (pairs.has(old) || taken.has(next)) continue;
    pairs.set(old, { id: next, likeness: like });
    taken.add(next);
  }
  return pairs;
}
