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
const MOST_COMPARED = 250_000;
const NEAR = 8;

/** Scripts that put no spaces between words, where only a dictionary can tell them apart. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

function wordsOf(text: string): string[] {
  const lower = text.toLocaleLowerCase("und");
  if (!UNSPACED.test(lower)) return lower.match(WORD) ?? [];
  return [...segmenter.segment(lower)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
}

/** How often each word stands in a text, and how many there are in all. */
interface Counts {
  counts: Map<string, number>;
  size: number;
}

function countsOf(text: string): Counts {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Which of some paragraphs a word stands in, and how often: `at` and `count` in turn. */
type Index = Map<string, number[]>;

function indexOf(paragraphs: readonly Counts[]): Index {
  const index: Index = new Map();
  for (const [at, { counts }] of paragraphs.entries()) {
    for (const [word, count] of counts) {
      const places = index.get(word);
      if (places) places.push(at, count);
      else index.set(word, [at, count]);
    }
  }
  return index;
}

/** How many words a paragraph has in common with each of those in the index, each word as often as both have it. */
function sharedWith(index: Index, { counts }: Counts, size: number): Uint32Array {
  const shared = new Uint32Array(size);
  for (const [word, count] of counts) {
    const places = index.get(word) ?? [];
    for (let at = 0; at < places.length; at += 2) {
      const place = places[at] ?? 0;
      shared[place] = (shared[place] ?? 0) + Math.min(count, places[at + 1] ?? 0);
    }
  }
  return shared;
}

/** Sørensen and Dice's coefficient over the words. */
const likeness = (a: Counts, b: Counts, both: number) =>
  a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);

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
    pairs.has(each.id) ? [] : [{ id: each.id, at, ...countsOf(each.text) }],
  );
  const right = after.flatMap((each, at) =>
    taken.has(each.id) ? [] : [{ id: each.id, at, ...countsOf(each.text) }],
  );
  const everywhere = left.length * right.length <= MOST_COMPARED;
  const shift = (at: number) => (at * after.length) / Math.max(1, before.length);
  const index = indexOf(right);
  const candidates = left.flatMap((old) => {
    const shared = sharedWith(index, old, right.length);
    return right.flatMap((next, at) => {
      const apart = Math.abs(shift(old.at) - next.at);
      const like = likeness(old, next, shared[at] ?? 0);
      if (like < LIKE || !(everywhere || apart <= NEAR)) return [];
      return [{ old: old.id, next: next.id, apart, likeness: like }];
    });
  });
  candidates.sort((a, b) => b.likeness - a.likeness || a.apart - b.apart);
  for (const { old, next, likeness: like } of candidates) {
    if (pairs.has(old) || taken.has(next)) continue;
    pairs.set(old, { id: next, likeness: like });
    taken.add(next);
  }
  return pairs;
}
