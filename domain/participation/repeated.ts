import type { Id } from "@/domain/id";
import { mayMiss, repeats, SHINGLE } from "./same-words";

/** Something that was said. */
export interface Said {
  id: Id;
  by: Id;
  at: number;
  words: readonly string[];
}

const isEarlier = (one: Said, other: Said) => one.at - other.at || (one.id < other.id ? -1 : 1);

/** A text's runs of words as numbers. Two runs may come to one number, so what is found by it is looked at again. */
function runsOf(words: readonly string[], numberOf: (word: string) => number): number[] {
  const runs: number[] = [];
  const numbers = words.map(numberOf);
  const length = Math.min(SHINGLE, words.length);
  const short = words.length < SHINGLE ? words.length : 0;
  let known = 0;
  for (let at = 0; at < numbers.length; at++) {
    known = numbers[at] === 0 ? 0 : known + 1;
    if (known < length) continue;
    let run = short;
    for (let back = length - 1; back >= 0; back--) {
      run = Math.imul(run, 0x01000193) ^ (numbers[at - back] ?? 0);
      run = Math.imul(run ^ (run >>> 15), 0x2c1b3c6d);
    }
    runs.push(run);
  }
  return runs;
}

/** So many of the least frequent distinct runs that, where nine in ten are there, at least one of these is. */
function rarest(runs: readonly number[], frequency: ReadonlyMap<number, number>): number[] {
  const kept: { run: number; times: number }[] = [];
  const distinct = new Set(runs);
  const count = mayMiss(distinct.size) + 1;
  for (const run of distinct) {
    const times = frequency.get(run) ?? 0;
    const last = kept[count - 1];
    if (last && last.times <= times) continue;
    const place = kept.findIndex((each) => each.times > times);
    kept.splice(place < 0 ? kept.length : place, 0, { run, times });
    if (kept.length > count) kept.pop();
  }
  return kept.map(({ run }) => run);
}

/** Reads the runs of texts: all the words that are asked about have to be in its vocabulary. */
export type RunReader = (words: readonly string[]) => readonly number[];

export function runReader(vocabulary: Iterable<readonly string[]>): RunReader {
  const lexicon = new Map<string, number>();
  for (const words of vocabulary) {
    for (const word of words) if (!lexicon.has(word)) lexicon.set(word, lexicon.size + 1);
  }
  const numberOf = (word: string) => lexicon.get(word) ?? 0;
  const read = new Map<readonly string[], number[]>();
  return (words) => {
    const runs = read.get(words) ?? runsOf(words, numberOf);
    read.set(words, runs);
    return runs;
  };
}

/**
 * For each of `texts` that repeats one of `before` (see `repeats`), the first that says it: one said earlier, by whom
 * `mayBe` allows. Takes time in proportion to the words, not to the pairs: a text is compared only with those that have
 * one of its rarest runs.
 */
export function repeated(
  texts: readonly Said[],
  before: readonly Said[],
  mayBe: (text: Said, earlier: Said) => boolean,
  runsIn: RunReader = runReader(texts.map(({ words }) => words)),
): Map<Id, Said> {
  const asked = texts.map((text) => runsIn(text.words));
  const frequency = new Map<number, number>();
  for (const runs of asked) for (const run of runs) frequency.set(run, 0);
  const earlier = [...before].sort(isEarlier).map((said) => ({ said, runs: runsIn(said.words) }));
  for (const { runs } of earlier) {
    for (const run of runs) {
      const seen = frequency.get(run);
      if (seen !== undefined) frequency.set(run, seen + 1);
    }
  }
  const wanted = new Map<number, Said[]>();
  for (const [at, text] of texts.entries()) {
    for (const run of rarest(asked[at] ?? [], frequency)) {
      const same = wanted.get(run);
      if (same) same.push(text);
      else wanted.set(run, [text]);
    }
  }

  const found = new Map<Id, Said>();
  for (const { said, runs } of earlier) {
    for (const run of runs) {
      const texts = wanted.get(run);
      if (!texts) continue;
      for (const text of texts) {
        if (found.has(text.id) || isEarlier(said, text) >= 0 || !mayBe(text, said)) continue;
        if (repeats(text.words, said.words)) found.set(text.id, said);
      }
      // What comes from here on is later still: who is answered, and who was earlier, need not be asked again.
      const rest = texts.filter((text) => !found.has(text.id) && isEarlier(said, text) < 0);
      if (rest.length < texts.length) wanted.set(run, rest);
    }
  }
  return found;
}
