import type { Voice } from "./voice";

/** At most this many people are named in one comment. */
const MOST = 30;

export interface MentionMark {
  /** The name as it stands in the text, without `@`. */
  words: string;
  key: string;
}

/** Of scripts that are written without spaces, or add particles to a name: what follows is not part of it. */
const FLOWING =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const goesOn = (text: string, at: number) => {
  const unit = text.charAt(at);
  return /[\p{L}\p{M}\p{N}]/u.test(unit) && !FLOWING.test(unit);
};

/** In small letters, except where that would change how long the text is (as with the Turkish dotted I). */
const folded = (text: string) =>
  text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });

const isPlace = (text: string, at: number, length: number) =>
  !goesOn(text, at - 1) && !goesOn(text, at + length);

/** Where `@name` stands in a text, in any case: not inside an address, not as the start of a longer word. */
export function placesOfName(text: string, name: string): number[] {
  const sought = folded(`@${name}`);
  const lower = folded(text);
  const places: number[] = [];
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
    if (isPlace(lower, at, sought.length)) places.push(at);
  }
  return places;
}

/**
 * Who of `people` is named in a text with `@`: each once. Of "@Ana" and "@Ana Lima" the longer name is meant; of two
 * who are called the same, both.
 */
export function findMentions(text: string, people: Pick<Voice, "key" | "name">[]): MentionMark[] {
  if (!text.includes("@")) return [];
  const names = new Map<string, string[]>();
  for (const { key, name } of people) {
    if (name !== "") names.set(folded(name), [...(names.get(folded(name)) ?? []), key]);
  }
  let left = text;
  const found: MentionMark[] = [];
  for (const [name, keys] of [...names].sort(([a], [b]) => b.length - a.length)) {
    const places = placesOfName(left, name);
    const first = places[0];
    if (first === undefined) continue;
    const words = text.slice(first + 1, first + 1 + name.length);
    found.push(...keys.map((key) => ({ key, words })));
    for (const at of places)
      left = `${left.slice(0, at)}${" ".repeat(name.length + 1)}${left.slice(at + 1 + name.length)}`;
  }
  return found.slice(0, MOST);
}
