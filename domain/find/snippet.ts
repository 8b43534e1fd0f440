import { fold } from "./fold";

export interface Snippet {
  text: string;
  /** What was looked for in it: start and end (exclusive) in UTF-16 units, in order, apart from one another. */
  marks: [start: number, end: number][];
}

export interface Sought {
  /** Whole words as they stand in the texts. */
  words: ReadonlySet<string>;
  /** Pieces of words. */
  fragments: readonly string[];
}

/** Before the first mark stands at most a line of context. UTF-16 units. */
const BEFORE = 60;
const LENGTH = 200;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function marksIn(text: string, { words, fragments }: Sought): [number, number][] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.has(match[0])) found.push([match.index, match.index + match[0].length]);
  }
  const folded = fold(text);
  for (const fragment of fragments) {
    const needle = fold(fragment).text;
    if (needle === "") continue;
    for (let from = folded.text.indexOf(needle); from >= 0; ) {
      const end = from + needle.length;
      found.push([folded.at[from] ?? 0, endOf(folded.at, end)]);
      from = folded.text.indexOf(needle, end);
    }
  }
  return united(found);
}

/** A letter that is written with several (ß as ss) is marked whole, with the accents that follow it. */
function endOf(at: readonly number[], end: number): number {
  const last = at[end - 1] ?? 0;
  return at.slice(end).find((offset) => offset > last) ?? at.at(-1) ?? last;
}

function united(marks: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** Markdown's marks say nothing in two lines; what is cited is named. */
export const plainOf = (markdown: string) =>
  markdown
    .replace(/\[\[([^\]]*)\]\]/g, "$1")
    .replace(/[*`>#]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** A line or two of a text around what was found in it. */
export function snippetOf(text: string, sought: Sought): Snippet {
  const marks = marksIn(text, sought);
  const first = marks[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : boundary(text, first - BEFORE, first);
  const whole = text.length <= start + LENGTH;
  const end = whole ? text.length : boundary(text, start + LENGTH - 20, start + LENGTH);
  const before = start > 0 ? "…" : "";
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + (whole ? "" : "…"),
    marks: marks
      .filter(([from]) => from < end)
      .map(([from, to]) => [from + shift, Math.min(to, end) + shift] as [number, number]),
  };
}

/** Where to cut between `from` and `to`: after a space, or else not within a letter. */
function boundary(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/);
  if (space >= 0) return from + space + 1;
  const within = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text).containing(from);
  return within ? within.index : from;
}
