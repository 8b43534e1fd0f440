/** A run of words: in both texts, only in the later one, or only in the earlier one. */
export interface Difference {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond this many comparisons only the ends that agree are told apart from the middle. */
const MOST_COMPARED = 1_000_000;

/** Words, spaces and signs, one by one; of scripts without spaces what a reader takes for a word. */
const wordsOf = (text: string): string[] =>
  [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)].map(({ segment }) => segment);

/** `lengths[i][j]`: how many words `a` from `i` and `b` from `j` on have in common, in order. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i];
    const below = lengths[i + 1];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

type Say = (kind: Difference["kind"], words: string[]) => void;

function compare(a: string[], b: string[], say: Say): void {
  if (a.length * b.length > MOST_COMPARED) {
    say("removed", a);
    say("added", b);
    return;
  }
  const lengths = commonLengths(a, b);
  const left = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      say("same", a.slice(i, ++i));
      j++;
    } else if (left(i + 1, j) >= left(i, j + 1)) say("removed", a.slice(i, ++i));
    else say("added", b.slice(j, ++j));
  }
  say("removed", a.slice(i));
  say("added", b.slice(j));
}

/**
 * What became of a text, word by word. Without the added runs it is the earlier text, without the removed ones the
 * later; no two runs of one kind stand side by side.
 */
export function differenceOf(earlier: string, later: string): Difference[] {
  const a = wordsOf(earlier);
  const b = wordsOf(later);
  const runs: Difference[] = [];
  const say: Say = (kind, words) => {
    if (words.length === 0) return;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += words.join("");
    else runs.push({ kind, text: words.join("") });
  };
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  say("same", a.slice(0, start));
  compare(a.slice(start, a.length - end), b.slice(start, b.length - end), say);
  say("same", a.slice(a.length - end));
  return runs;
}
