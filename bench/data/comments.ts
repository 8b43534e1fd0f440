import { v7 } from "uuid";
import { anchorOf } from "@/domain/anchor/passage";
import type { Signal } from "@/domain/comment/comment";
import type { Prose } from "./prose";
import type { Random } from "./random";
import type { Text } from "./text";

export interface MadeComment {
  id: string;
  threadId: string;
  threadAuthor: number;
  parentId: string | null;
  /** Index among the course's people. */
  author: number;
  /** Index among the text's paragraphs. */
  paragraph: number;
  start: number;
  end: number;
  quote: string;
  prefix: string;
  suffix: string;
  signal: Signal | null;
  body: string;
  at: Date;
}

const REPLIES = 0.3;
const signals: (Signal | null)[] = ["question", "question", "insight", "insight", "challenge", "term", null];

export function seededId(random: Random, at: Date): string {
  return v7({
    msecs: at.getTime(),
    random: Uint8Array.from({ length: 16 }, () => random.between(0, 255)),
    seq: random.between(0, 2 ** 30),
  });
}

/** A passage of 20 to 200 characters of a paragraph, from the beginning of a word. */
function passageOf(text: string, random: Random) {
  const length = Math.min(text.length, random.between(20, 200));
  const from = random.between(0, text.length - length);
  const start = from === 0 ? 0 : Math.min(text.indexOf(" ", from - 1) + 1, text.length - length);
  const end = start + length;
  const anchor = anchorOf(text, { start, end, quote: text.slice(start, end) });
  if (!anchor) throw new Error("A passage of the text was not found in it.");
  return anchor;
}

/**
 * A conversation about a text: seven in ten begin a thread, some paragraphs and some people draw or write much more
 * than others, and a few threads are long. Times are a second apart and end at `until`.
 */
export function makeComments(
  { text, people, count, until }: { text: Text; people: number; count: number; until: Date },
  prose: Prose,
  random: Random,
): MadeComment[] {
  const paragraphs = random.shuffled(text.paragraphs.map((_, index) => index));
  const authors = random.shuffled(Array.from({ length: people }, (_, index) => index));
  const roots: MadeComment[] = [];
  const all: MadeComment[] = [];
  for (let index = 0; index < count; index++) {
    const at = new Date(until.getTime() - (count - index) * 1000);
    const id = seededId(random, at);
    const author = random.skewed(authors, 20);
    const body = prose.paragraph(random.between(30, 320));
    const answered = roots.length > 0 && random.chance(REPLIES) ? random.skewed(roots, 200) : null;
    if (answered) {
      const { threadId, threadAuthor, paragraph, start, end, quote, prefix, suffix } = answered;
      const anchor = { paragraph, start, end, quote, prefix, suffix };
      all.push({
        id,
        threadId,
        threadAuthor,
        parentId: answered.id,
        author,
        ...anchor,
        signal: null,
        body,
        at,
      });
      continue;
    }
    const paragraph = random.skewed(paragraphs, 40);
    const root: MadeComment = {
      id,
      threadId: id,
      threadAuthor: author,
      parentId: null,
      author,
      paragraph,
      ...passageOf(text.paragraphs[paragraph]?.text ?? "", random),
      signal: random.pick(signals),
      body,
      at,
    };
    roots.push(root);
    all.push(root);
  }
  return all;
}

/** Characters of the text that at least one passage covers. */
export function coveredBy(comments: readonly MadeComment[]): number {
  const places = new Map<number, [number, number][]>();
  for (const { paragraph, start, end, parentId } of comments) {
    if (parentId === null) places.set(paragraph, [...(places.get(paragraph) ?? []), [start, end]]);
  }
  let covered = 0;
  for (const spans of places.values()) {
    let reached = 0;
    for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
      covered += Math.max(0, end - Math.max(start, reached));
      reached = Math.max(reached, end);
    }
  }
  return covered;
}
