import { fold } from "@/domain/find/fold";

/** Words by which a term is found. A `*` at a word's end stands for any ending. */
export interface Form {
  /** BCP 47. In texts of this language the words may be inflected; elsewhere they stand as they are. */
  language: string;
  words: string;
}

/** Where a term stands in a text, in UTF-16 units. */
export interface Use {
  start: number;
  /** Exclusive. */
  end: number;
}

/** Written without spaces between words: such a form is found by its characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Soft hyphens and what joins or parts letters without being seen. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;
const APOSTROPHE = /[\u2018\u2019\u02bc\u0060\u00b4\uff07]/u;
const HYPHEN = /[\u2010-\u2015\u2212\u30fb\ufe63\uff0d]/u;

const LETTER = "[\\p{L}\\p{M}\\p{N}]";
const BEGINS = `(?<!${LETTER})`;
const ENDS = `(?!${LETTER})`;

const primary = (language: string) => language.toLowerCase().split("-")[0] ?? "";

/** A text made ready to look for terms in. */
export interface PreparedText {
  original: string;
  /** Folded, with one kind of hyphen, apostrophe and space, and nothing unseen. */
  text: string;
  /** For each unit of `text` and its end: the offset in the original. */
  at: number[];
}

const ASCII_END = 0x80;

/** Makes a text ready: worth keeping where several terms are looked for in it. */
export function prepareText(original: string): PreparedText {
  let text = "";
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const isAscii = character.charCodeAt(0) < ASCII_END;
    for (const letter of isAscii ? character.toLowerCase() : fold(character).text) {
      if (UNSEEN.test(letter)) continue;
      const plain = APOSTROPHE.test(letter) ? "'" : HYPHEN.test(letter) ? "-" : letter;
      const kept = /\s/.test(plain) ? " " : plain;
      text += kept;
      for (let unit = 0; unit < kept.length; unit++) at.push(offset);
    }
    offset += character.length;
  }
  at.push(original.length);
  return { original, text, at };
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A word of English: plural, possessive, adverb; given in the plural it is found in the singular, too. */
function englishWord(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return `${escaped(word)}(?:'s)?`;
  const endings = "(?:'s?)?";
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}(?:y|ies|ily)${endings}`;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}(?:y|ies)${endings}`;
  if (/[^su]s$/.test(word)) return `${word.slice(0, -1)}s?${endings}`;
  if (/[^l]le$/.test(word)) return `${word.slice(0, -1)}(?:es?|y)${endings}`;
  return `${word}(?:e?s|ly)?${endings}`;
}

/** A word of another alphabet's language: its stem, and up to three other letters. */
function inflectedWord(word: string): string {
  const letters = Array.from(word);
  if (HANGUL.test(word.normalize("NFC"))) return `${escaped(word)}\\p{L}{0,9}`;
  if (letters.length < 4 || !/^[\p{L}\p{M}]+$/u.test(word)) return escaped(word);
  const stem = letters.slice(0, letters.length - (letters.length >= 6 ? 2 : 1)).join("");
  return `(?:${stem}[\\p{L}\\p{M}]{0,3}|${word}[\\p{L}\\p{M}]{0,2})`;
}

function wordPattern(word: string, inflects: "no" | "english" | "stem"): string {
  if (word.endsWith("*")) return `${escaped(word.replace(/\*+$/, ""))}${LETTER}*`;
  const bare = word.replaceAll("*", "");
  if (inflects === "english") return englishWord(bare);
  return inflects === "stem" ? inflectedWord(bare) : escaped(bare);
}

function makePattern(form: Form, textLanguage: string): RegExp | null {
  const { text } = prepareText(form.words);
  if (UNSPACED.test(text)) {
    const characters = Array.from(text).filter((character) => /[\p{L}\p{M}\p{N}]/u.test(character));
    return characters.length === 0 ? null : new RegExp(characters.map(escaped).join(" *"), "gu");
  }
  const isOwn = primary(form.language) === primary(textLanguage);
  const inflects = !isOwn ? "no" : primary(form.language) === "en" ? "english" : "stem";
  let pattern = "";
  let between = "";
  // Words joined by a hyphen may be written as one, or apart; words apart, with a hyphen.
  for (const part of text.split(/([ -]+)/)) {
    if (/^[ -]*$/.test(part)) between = part.includes("-") ? "[ -]?" : "[ -]+";
    else if (/[\p{L}\p{N}]/u.test(part)) {
      pattern += (pattern && between) + wordPattern(part, inflects);
    }
  }
  return pattern === "" ? null : new RegExp(BEGINS + pattern + ENDS, "gu");
}

/** Made once a form and language: a list of terms asks for them in every paragraph. */
const patterns = new WeakMap<Form, Map<string, RegExp | null>>();

function patternOf(form: Form, textLanguage: string): RegExp | null {
  const own = patterns.get(form) ?? new Map<string, RegExp | null>();
  patterns.set(form, own);
  const known = own.get(textLanguage);
  if (known !== undefined) return known;
  const pattern = makePattern(form, textLanguage);
  own.set(textLanguage, pattern);
  return pattern;
}

/** The end of the letter that ends there in the original, with the accents that follow it and nothing unseen. */
function endIn({ original, at }: PreparedText, end: number): number {
  const last = at[end - 1] ?? 0;
  let stop = original.length;
  for (let unit = end; unit < at.length; unit++) {
    const offset = at[unit] ?? original.length;
    if (offset <= last) continue;
    stop = offset;
    break;
  }
  while (stop > last + 1 && UNSEEN.test(original.charAt(stop - 1))) stop--;
  return stop;
}

/**
 * Every place in a text where a term stands: by its words, whatever their case, accents, hyphens and (in a text of the
 * form's own language) endings; never from the middle of a word on. In order and apart: of two that overlap the one
 * that begins first, or else the longer.
 * @param language of the text, BCP 47
 */
export function usesIn(prepared: PreparedText, forms: readonly Form[], language: string): Use[] {
  const found = forms.flatMap((form) => {
    const pattern = patternOf(form, language);
    if (!pattern) return [];
    return [...prepared.text.matchAll(pattern)].map((match) => ({
      start: prepared.at[match.index] ?? 0,
      end: endIn(prepared, match.index + match[0].length),
    }));
  });
  const uses: Use[] = [];
  for (const use of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = uses.at(-1);
    if (use.end > use.start && (!last || use.start >= last.end)) uses.push(use);
  }
  return uses;
}

/** `usesIn` a text that is looked through once. */
export const findUses = (text: string, forms: readonly Form[], language: string): Use[] =>
  usesIn(prepareText(text), forms, language);

/** Whether a form can find anything: a letter of a script without spaces, or two letters. */
export function isSearchable(words: string): boolean {
  const letters = prepareText(words).text.replace(/[^\p{L}\p{N}]/gu, "");
  return UNSPACED.test(letters) || Array.from(letters).length >= 2;
}

/**
 * A pattern for SQL's LIKE over folded text that every text with a use of the form matches: it leaves out all that may
 * vary. What it lets through is judged by `findUses`.
 */
export function likePattern({ words }: Form): string {
  const lower = words.normalize("NFC").toLowerCase();
  const pieces = UNSPACED.test(lower)
    ? Array.from(lower)
    : lower.split(/[\s\p{Pd}]+/u).map((word) => {
        const letters = Array.from(word.split(/[*'‘’ʼ]/u)[0] ?? "");
        return letters.slice(0, letters.length >= 4 ? Math.max(3, letters.length - 3) : 1).join("");
      });
  const safe = pieces.map((piece) =>
    Array.from(piece, (letter) => (isPlain(letter) ? letter : "%")).join(""),
  );
  return `%${safe.join("%")}%`.replace(/%+/g, "%");
}

/** A letter that every way of folding leaves as it is. */
const isPlain = (letter: string) =>
  /^[\p{L}\p{N}]$/u.test(letter) && letter.normalize("NFKD") === letter && fold(letter).text === letter;
