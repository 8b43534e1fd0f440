import type { Id } from "@/domain/id";

/**
 * Citations in what people write: `[[4 ¶9]]` names paragraph 9 of the course's reading 4, `[[4 ¶9 Charter]]` names it
 * for a position. The mark stays in the text as typed; what it points at is kept by id beside it (the nth mark is the
 * Citation row with position n), so it goes on pointing there when numbers or names change.
 */
export interface CitationMark {
  reading: number;
  paragraph: number;
  /** The name of the position for which it is cited, as typed; null where none is named. */
  about: string | null;
  /** Place in the text, UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

/** The longest name a mark takes. UTF-16 units. */
export const MAX_ABOUT = 40;

const MARK = /\[\[\s?(\d{1,4})\s?[¶:]\s?(\d{1,5})(?:[^\S\r\n]{1,3}([^\s[\]][^[\]\r\n]{0,39}))?\s?\]\]/g;

/** More than a book's worth in one text is a mistake or mischief. */
const MOST = 200;

export function findCitations(text: string): CitationMark[] {
  const marks: CitationMark[] = [];
  for (const match of text.matchAll(MARK)) {
    if (marks.length === MOST) break;
    marks.push({
      reading: Number(match[1]),
      paragraph: Number(match[2]),
      about: match[3]?.trim() || null,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return marks;
}

/** A position's name as it can stand in a mark: on one line, without brackets, not too long. */
function nameInMark(name: string): string {
  const line = name.replace(/[[\]\s]+/g, " ").trim();
  if (line.length <= MAX_ABOUT) return line;
  // Half a character would come out as another one.
  return line
    .slice(0, MAX_ABOUT)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

/** @param about the name of the position for which the passage is cited */
export function citationMark(reading: number, paragraph: number, about: string | null = null): string {
  const name = about === null ? "" : nameInMark(about);
  return name === "" ? `[[${reading} ¶${paragraph}]]` : `[[${reading} ¶${paragraph} ${name}]]`;
}

/** A position as far as a mark can name it. */
export interface NamedPosition {
  id: Id;
  name: string;
  short: string;
}

const folded = (name: string) =>
  nameInMark(name).normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("und");

/**
 * The position that a mark means, by its short or its full name, whatever the case and the accents.
 * @param positions those that stand before those taken out of the frame: of two with one name the first is meant
 */
export function positionNamed<Position extends NamedPosition>(
  about: string | null,
  positions: readonly Position[],
): Position | null {
  if (about === null) return null;
  const wanted = folded(about);
  return (
    positions.find(({ short }) => folded(short) === wanted) ??
    positions.find(({ name }) => folded(name) === wanted) ??
    null
  );
}

/** A text, and what its marks point at: the nth mark at the target with position n. */
export interface CitingText<Target extends { position: number }> {
  text: string;
  targets: readonly Target[];
}

/**
 * What marks of a text go on pointing at because they stood in the former text: a mark that stays as it is keeps its
 * target, whatever has got its number or its name since. Each target is kept once, in order. By the marks' order.
 */
export function keptTargets<Target extends { position: number }>(
  text: string,
  former: CitingText<Target> | null,
): Map<number, Target> {
  const keyOf = (mark: CitationMark) => JSON.stringify([mark.reading, mark.paragraph, mark.about]);
  const byOrder = new Map(former?.targets.map((target) => [target.position, target]));
  const held = new Map<string, Target[]>();
  for (const [order, mark] of findCitations(former?.text ?? "").entries()) {
    const target = byOrder.get(order);
    if (target) held.set(keyOf(mark), [...(held.get(keyOf(mark)) ?? []), target]);
  }
  const kept = new Map<number, Target>();
  for (const [order, mark] of findCitations(text).entries()) {
    const target = held.get(keyOf(mark))?.shift();
    if (target) kept.set(order, target);
  }
  return kept;
}

/** A text with spaces in place of its marks. */
export const withoutMarks = (text: string): string => text.replace(MARK, " ");

/** The words a person wrote, without marks, in any script: letters and digits in a row, or one CJK character. */
export function countWords(text: string): number {
  const bare = withoutMarks(text);
  const segments = new Intl.Segmenter("und", { granularity: "word" }).segment(bare);
  let words = 0;
  for (const segment of segments) if (segment.isWordLike) words++;
  return words;
}

/** A citation as shown: "4 ¶9", with the passage for its preview. */
export interface Chip {
  /** The mark's order in the text, from 0. */
  position: number;
  readingId: Id;
  paragraphId: Id;
  reading: number;
  title: string;
  paragraph: number | null;
  text: string;
  /** The position for which it is cited; null where its writer names none. */
  positionId: Id | null;
  /** That position's short name, as it is called now. */
  about: string | null;
  /** Whether the words it names have changed since, or are gone. */
  anchor: "sound" | "changed" | "lost";
  /** What the paragraph said, where it has changed. */
  formerText: string | null;
}
