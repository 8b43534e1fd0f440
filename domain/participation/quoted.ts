import type { RunReader } from "./repeated";
import { mayMiss, SHINGLE } from "./same-words";

/** How many words stand in no run of five that `isThere`, asked by where the run begins. */
function ownWords(count: number, isThere: (at: number) => boolean): number {
  let own = 0;
  let covered = 0;
  for (let at = 0; at < count; at++) {
    if (at + SHINGLE <= count && isThere(at)) covered = at + SHINGLE;
    if (at >= covered) own++;
  }
  return own;
}

const runAt = (words: readonly string[], at: number) => words.slice(at, at + SHINGLE).join(" ");

/**
 * Says whether words only repeat a text: nine in ten of them stand in runs of five words of its paragraphs, put together
 * from wherever. Fewer than five have to be a whole paragraph.
 * @param runs reads the runs of both, which may come to one number where they are not the same
 */
export function quoteReader(
  paragraphs: readonly (readonly string[])[],
  runs: RunReader,
): (words: readonly string[]) => boolean {
  const short = new Set(paragraphs.filter(({ length }) => length < SHINGLE).map((each) => each.join(" ")));
  const numbers = new Set(paragraphs.flatMap((each) => runs(each)));
  let known: Set<string> | undefined;
  const exact = () => {
    known ??= new Set(paragraphs.flatMap((each) => each.map((_, at) => runAt(each, at))));
    return known;
  };
  return (words) => {
    if (words.length === 0) return false;
    if (words.length < SHINGLE) return short.has(words.join(" "));
    const own = runs(words);
    const repeats = (isThere: (at: number) => boolean) =>
      ownWords(words.length, isThere) <= mayMiss(words.length);
    return repeats((at) => numbers.has(own[at] ?? 0)) && repeats((at) => exact().has(runAt(words, at)));
  };
}
