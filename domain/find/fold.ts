/** Letters that decomposition leaves as they are, and that PostgreSQL's `unaccent` writes with plain ones. */
const plain: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
  ŋ: "n",
};

interface Folded {
  text: string;
  /** For each UTF-16 unit of `text` and for its end: the offset in the original that it stands for. */
  at: number[];
}

/** Lower case without accents, and where each letter comes from: what is found there is marked in the original. */
export function fold(original: string): Folded {
  let text = "";
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const bare = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    // A vowel sign of an Indian script is a mark as well, and is not an accent.
    const kept = /^\p{M}$/u.test(character) && !isAccent(character) ? character : (plain[bare] ?? bare);
    text += kept;
    for (let unit = 0; unit < kept.length; unit++) at.push(offset);
    offset += character.length;
  }
  at.push(offset);
  return { text, at };
}

const isAccent = (mark: string) =>
  /[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(mark) && !/[\u3099\u309a]/u.test(mark);
