import type { Voice } from "./voice";

/** A name being typed: from its `@` to the caret. UTF-16 units. */
export interface MentionToken {
  query: string;
  start: number;
  end: number;
}

const OPEN = /(?<![\p{L}\p{N}])@([^\n@[\]]{0,40})$/u;

/** The name that is being typed just before the caret, or null. */
export function mentionTokenAt(text: string, caret: number): MentionToken | null {
  const open = OPEN.exec(text.slice(0, caret));
  return open && { query: open[1] ?? "", start: open.index, end: caret };
}

const folded = (text: string) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("und").replace(/\s+/g, " ");

/** What a person is called in a text: staff know who hides behind an alias, and do not give them away. */
export const calledName = (person: Pick<Voice, "name" | "alias">): string => person.alias ?? person.name;

function rank(name: string, query: string): number {
  const whole = folded(name);
  if (whole.startsWith(query)) return 2;
  return whole.split(" ").some((_, at, words) => at > 0 && words.slice(at).join(" ").startsWith(query))
    ? 1
    : 0;
}

/** At most `most` people whose name or alias, or a later word of it, begins with what is typed; the former first. */
export function matchPeople<Person extends Pick<Voice, "name" | "alias">>(
  people: readonly Person[],
  query: string,
  most: number,
): Person[] {
  const sought = folded(query);
  return people
    .map((person) => ({
      person,
      rank: Math.max(rank(person.name, sought), rank(calledName(person), sought)),
    }))
    .filter((candidate) => candidate.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map((candidate) => candidate.person);
}

/** The text with the name in place of what was typed, and where the caret then stands: after a space. */
export function completeMention(
  text: string,
  token: MentionToken,
  name: string,
): { text: string; caret: number } {
  const after = text.slice(token.end);
  const inserted = `@${name} `;
  return {
    text: text.slice(0, token.start) + inserted + after.replace(/^ /, ""),
    caret: token.start + inserted.length,
  };
}
