import { lineOfText } from "@/domain/text";

/** What somebody looks for. */
export const findWords = lineOfText(200);

export interface LookedFor {
  /** For PostgreSQL's `websearch_to_tsquery`: words, "phrases" and `or`; no other punctuation. */
  query: string;
  /** What is not to stand there, in the same terms; may be empty. */
  without: string;
  /** The words wanted, without those to be left out. */
  terms: string[];
  /** Pieces that may stand anywhere, also within words; none where words are left out or there is a choice. */
  fragments: string[];
}

const QUOTES = /[“”„‟«»‹›「」『』〝〞＂]/gu;
const TOKEN = /(-?)(?:"([^"]*)"|(\S+))/gu;
const PUNCTUATION = /[\p{P}\p{S}]+/gu;
/** Letters that are a word, or most of one, by themselves. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const isLongEnough = (fragment: string) => Array.from(fragment).length >= 2 || IDEOGRAPHIC.test(fragment);

/** Takes apart what was typed into the field. */
export function lookFor(typed: string): LookedFor {
  const tokens = [...typed.replace(QUOTES, '"').matchAll(TOKEN)].map(([, minus, phrase, word]) => ({
    without: minus === "-",
    isPhrase: phrase !== undefined,
    raw: (phrase ?? word ?? "").replaceAll('"', " ").trim(),
    words: (phrase ?? word ?? "").replace(PUNCTUATION, " ").trim(),
  }));
  const isChoice = (token: (typeof tokens)[number]) => !token.isPhrase && /^or$/i.test(token.words);
  const wanted = tokens.filter((token) => !token.without && !isChoice(token));
  const isPlain = wanted.length === tokens.length;
  // A hyphen within a word makes two that stand together.
  const asked = (some: typeof tokens) =>
    some
      .filter((token) => token.words !== "")
      .map(({ isPhrase, words }) => (isPhrase || /\s/.test(words) ? `"${words}"` : words));
  return {
    query: asked(tokens.filter((token) => !token.without)).join(" "),
    without: asked(tokens.filter((token) => token.without)).join(" or "),
    terms: wanted.flatMap((token) => token.words.split(/\s+/)).filter(Boolean),
    fragments: isPlain ? wanted.map((token) => token.raw).filter(isLongEnough) : [],
  };
}
