import { withoutMarks } from "@/domain/prompt/citation";

/** Words in a row that are compared as one: fewer would make strangers of one topic look alike. */
export const SHINGLE = 5;

/** What nobody sees: where a link leads, what is drawn as nothing, a sign of Markdown between two letters. */
const ADDRESS = /(?<=\])\([^()\n]*\)|^[^\S\n]{0,3}\[[^\][\n]{1,200}\]:.*$/gm;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi;
const NOT_DRAWN = /\p{Default_Ignorable_Code_Point}/gu;
const SIGN = /(?<=[\p{L}\p{M}\p{N}])[*_~`\\]+(?=[\p{L}\p{M}\p{N}])/gu;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Where nothing stands between words, each character is taken for one. */
const WORD_OR_CHARACTER =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

/**
 * A text's words, without case, punctuation, marks of citations, ways of writing the same letter, and what nobody sees
 * who reads it.
 */
export function plainWords(text: string): string[] {
  const plain = withoutMarks(text)
    .replace(ADDRESS, " ")
    .replace(ENTITY, "")
    .normalize("NFKC")
    .replace(NOT_DRAWN, "")
    .replace(SIGN, "")
    .toLowerCase();
  return plain.match(CJK.test(plain) ? WORD_OR_CHARACTER : WORD) ?? [];
}

/** The distinct runs of five words; a shorter text is one run. */
function shinglesOf(words: readonly string[]): Set<string> {
  if (words.length === 0) return new Set();
  const count = Math.max(1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: count }, (_, at) => words.slice(at, at + SHINGLE).join(" ")));
}

/** How many of so many runs may be missing where nine in ten are there. */
export const mayMiss = (runs: number) => Math.floor(runs / 10);

/**
 * Whether a text says what another says: nine in ten of its runs of five words stand in the other, which may say more.
 * A text of fewer than five words has to be all the other says. One without words says nothing that could be repeated.
 */
export function repeats(words: readonly string[], other: readonly string[]): boolean {
  if (words.length === 0) return false;
  if (words.length < SHINGLE) return words.join(" ") === other.join(" ");
  const there = shinglesOf(other);
  const runs = shinglesOf(words);
  let missing = 0;
  for (const run of runs) if (!there.has(run)) missing++;
  return missing <= mayMiss(runs.size);
}
