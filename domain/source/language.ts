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

/** Of a script that one language (nearly) alone is written in, that language. ISO 15924 names as Unicode has them. */
const SCRIPTS: [script: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Latin}/u, "en"],
];

/** The script in which most of a text's letters are written, by the place of its row above; null without letters. */
function scriptOf(text: string): number | null {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const votes = new Map<number, number>();
  for (const letter of letters) {
    const row = SCRIPTS.findIndex(([script]) => script.test(letter));
    if (row >= 0) votes.set(row, (votes.get(row) ?? 0) + 1);
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1]);
  // A little kana makes Chinese characters Japanese.
  if (first && SCRIPTS[first[0]]?.[1] === "zh" && (votes.get(0) ?? 0) * 10 >= first[1]) return 0;
  return first?.[0] ?? null;
}

/**
 * The language of a paragraph where its script shows that it is not the language of the whole: what is written in
 * another script is to be spoken, hyphenated and set in its own direction. Null where it is the language of the whole.
 * @param whole the other paragraphs' text, or enough of it to tell their script
 */
export function languageApart(paragraph: string, whole: string): string | null {
  const script = scriptOf(paragraph);
  if (script === null || script === scriptOf(whole)) return null;
  return detectLanguage(paragraph) ?? SCRIPTS[script]?.[1] ?? null;
}
