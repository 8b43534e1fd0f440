import type { Voice } from "./voice";

/** At most this many people are named in one comment. */
const MOST = 30;

export interface MentionMark {
  /** The name as it stands in the text, without `@`. */
  words: string;
  key: string;
}

const isLetter = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Where a name stands in a text after `@`, from `from` on: not inside an address, not as the start of a longer word. */
function placeOf(text: string, name: string, from = 0): number {
  const sought = `@${name.toLocaleLowerCase()}`;
  const lower = text.toLocaleLowerCase();
  if (lower.length !== text.length) return -1;
  for (let at = lower.indexOf(sought, from); at >= 0; at = lower.indexOf(sought, at + 1)) {
    const before = at === 0 || !isLetter(text, at - 1);
    if (before && !isLetter(text, at + sought.length)) return at;
  }
  return -1;
}

/** Who of `people` is named in a text with `@`: each once. Of "@Ana" and "@Ana Lima" the longer name is meant. */
export function findMentions(text: string, people: Pick<Voice, "key" | "name">[]): MentionMark[] {
  if (!text.includes("@")) return [];
  let left = text;
  const found: MentionMark[] = [];
  const byLength = people.filter(({ name }) => name !== "").sort((a, b) => b.name.length - a.name.length);
  for (const { key, name } of byLength) {
    let named = false;
    for (let at = placeOf(left, name); at >= 0; at = placeOf(left, name, at + 1)) {
      if (!named && found.length < MOST) found.push({ key, words: text.slice(at + 1, at + 1 + name.length) });
      named = true;
      left = `${left.slice(0, at)}${" ".repeat(name.length + 1)}${left.slice(at + 1 + name.length)}`;
    }
  }
  return found;
}
