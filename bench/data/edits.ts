import { seededId } from "./comments";
import type { Prose } from "./prose";
import type { Random } from "./random";
import type { Text } from "./text";

/** A run of an edited text: words of the earlier version with the place they come from, or new ones. */
interface Piece {
  text: string;
  from: { paragraph: number; start: number } | null;
}

export interface EditedParagraph {
  id: string;
  text: string;
  pieces: Piece[];
}

/** Paragraphs in a hundred that … */
const share = { removed: 4, split: 3, merged: 3, moved: 2, typos: 20, reworded: 13 } as const;
/** New ones in a hundred. */
const ADDED = 3;
/** Of what is split, merged or moved so many are edited as well. */
const ALSO = 0.3;

const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join("");

/** A part of the pieces, in units of their text. */
function cut(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let at = 0;
  return pieces.flatMap(({ text, from }) => {
    const low = Math.max(0, start - at);
    const high = Math.min(text.length, end - at);
    at += text.length;
    if (low >= high) return [];
    return [
      { text: text.slice(low, high), from: from && { paragraph: from.paragraph, start: from.start + low } },
    ];
  });
}

/** Puts other words in place; letters that both have at their ends are not new. */
function put(pieces: readonly Piece[], start: number, end: number, text: string): Piece[] {
  const old = textOf(pieces).slice(start, end);
  const most = Math.min(old.length, text.length);
  let left = 0;
  while (left < most && old[left] === text[left]) left++;
  let right = 0;
  while (right < most - left && old.at(-1 - right) === text.at(-1 - right)) right++;
  const added = text.slice(left, text.length - right);
  return [
    ...cut(pieces, 0, start + left),
    ...(added ? [{ text: added, from: null }] : []),
    ...cut(pieces, end - right, Number.POSITIVE_INFINITY),
  ];
}

/** One run where two follow upon each other in the earlier text too. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    const follows =
      last?.from &&
      piece.from &&
      last.from.paragraph === piece.from.paragraph &&
      last.from.start + last.text.length === piece.from.start;
    if (last && follows) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}

const words = (text: string) => [...text.matchAll(/\p{L}{3,}/gu)];
const sentences = (text: string) => [...text.matchAll(/\S.*?[.?](?=\s|$)\s?/gu)];

/** Edits a text as people do, and knows of every word that is still there where it came from. */
class Editor {
  constructor(
    private readonly prose: Prose,
    private readonly random: Random,
  ) {}

  private typo(pieces: Piece[]): Piece[] {
    const word = this.random.pick(words(textOf(pieces)));
    const [letters] = word;
    const at = this.random.between(0, letters.length - 2);
    const wrong = this.random.pick([
      `${letters.slice(0, at)}${letters.slice(at + 1)}`,
      `${letters.slice(0, at)}${letters.charAt(at)}${letters.slice(at)}`,
      `${letters.slice(0, at)}${letters.charAt(at + 1)}${letters.charAt(at)}${letters.slice(at + 2)}`,
    ]);
    return put(pieces, word.index, word.index + letters.length, wrong);
  }

  typos(pieces: Piece[]): Piece[] {
    let edited = pieces;
    for (let left = this.random.between(1, 4); left > 0; left--) edited = this.typo(edited);
    return edited;
  }

  /** A sentence said in other words, put anew, left out, or followed by another. */
  reworded(pieces: Piece[]): Piece[] {
    const { random, prose } = this;
    const sentence = random.pick(sentences(textOf(pieces)));
    const start = sentence.index;
    const end = start + sentence[0].length;
    const kind = random.between(1, 6);
    if (kind === 1) return put(pieces, start, end, `${prose.sentence()} `);
    if (kind === 2) return put(pieces, end, end, ` ${prose.sentence()} `);
    if (kind === 3 && sentences(textOf(pieces)).length > 1) return put(pieces, start, end, "");
    let edited = pieces;
    // From the last word to the first, so that places stay true.
    for (const word of words(sentence[0]).reverse()) {
      if (!random.chance(0.3)) continue;
      const at = start + word.index;
      edited = put(edited, at, at + word[0].length, random.pick(words(prose.sentence()))[0]);
    }
    return edited;
  }

  maybe(pieces: Piece[]): Piece[] {
    return this.random.chance(ALSO) ? this.typos(pieces) : pieces;
  }

  /** In two, between sentences near the middle. */
  split(pieces: Piece[]): Piece[][] {
    const text = textOf(pieces);
    const ends = sentences(text).map((sentence) => sentence.index + sentence[0].length);
    const at = ends[Math.floor((ends.length - 1) / 2)] ?? text.length;
    if (at >= text.length) return [pieces];
    return [cut(pieces, 0, at), cut(pieces, at, text.length)];
  }
}

/** The next version of a text: typos, reworded sentences, paragraphs added, removed, moved, split and merged. */
export function editedText(text: Text, prose: Prose, random: Random, at: Date): EditedParagraph[] {
  const editor = new Editor(prose, random);
  const kinds = Object.entries(share).flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const next: Piece[][] = [];
  const moved: Piece[][] = [];
  let open: Piece[] | null = null;
  for (const [paragraph, { text: words }] of text.paragraphs.entries()) {
    const kind = kinds[random.between(0, 99)] ?? "kept";
    const pieces: Piece[] = [{ text: words, from: { paragraph, start: 0 } }];
    if (random.chance(ADDED / 100)) {
      next.push([{ text: prose.paragraph(random.between(205, 835)), from: null }]);
    }
    if (open) {
      next.push(editor.maybe([...open, { text: " ", from: null }, ...pieces]));
      open = null;
    } else if (kind === "split") next.push(...editor.split(editor.maybe(pieces)));
    else if (kind === "merged") open = pieces;
    else if (kind === "moved") moved.push(editor.maybe(pieces));
    else if (kind === "typos") next.push(editor.typos(pieces));
    else if (kind === "reworded") next.push(editor.reworded(pieces));
    else if (kind !== "removed") next.push(pieces);
  }
  if (open) next.push(open);
  for (const pieces of moved) next.splice(random.between(0, next.length), 0, pieces);
  return next.map((pieces) => ({ id: seededId(random, at), text: textOf(pieces), pieces: joined(pieces) }));
}

/** What became of the words of a passage: the paragraphs they stand in now, and their place if all are left as they were. */
export interface Truth {
  paragraphs: Set<string>;
  whole: { paragraphId: string; start: number } | null;
}

/** Tells of any passage of the earlier text what became of its words. */
export function truthOf(
  edited: readonly EditedParagraph[],
): (paragraph: number, start: number, end: number) => Truth {
  const runs = new Map<number, { id: string; at: number; start: number; end: number }[]>();
  for (const { id, pieces } of edited) {
    let at = 0;
    for (const { text, from } of pieces) {
      if (from) {
        const run = { id, at, start: from.start, end: from.start + text.length };
        runs.set(from.paragraph, [...(runs.get(from.paragraph) ?? []), run]);
      }
      at += text.length;
    }
  }
  return (paragraph, start, end) => {
    const touching = (runs.get(paragraph) ?? []).filter((run) => run.start < end && run.end > start);
    const whole = touching.find((run) => run.start <= start && run.end >= end);
    return {
      paragraphs: new Set(touching.map((run) => run.id)),
      whole: whole ? { paragraphId: whole.id, start: whole.at + start - whole.start } : null,
    };
  };
}
