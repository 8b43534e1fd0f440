/**
 * Citations in what people write: `[[4 ¶9]]` names paragraph 9 of the course's reading 4. The mark stays in the text as
 * typed; what it points at is kept by id beside it (the nth mark is the Citation row with position n), so it goes on
 * pointing there when numbers change.
 */
export interface CitationMark {
  reading: number;
  paragraph: number;
  /** Place in the text, UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

const MARK = /\[\[\s?(\d{1,4})\s?[¶:]\s?(\d{1,5})\s?\]\]/g;

/** More than a book's worth in one text is a mistake or mischief. */
const MOST = 200;

export function findCitations(text: string): CitationMark[] {
  const marks: CitationMark[] = [];
  for (const match of text.matchAll(MARK)) {
    if (marks.length === MOST) break;
    marks.push({
      reading: Number(match[1]),
      paragraph: Number(match[2]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return marks;
}

export const citationMark = (reading: number, paragraph: number) => `[[${reading} ¶${paragraph}]]`;

/** The words a person wrote, without marks, in any script: letters and digits in a row, or one CJK character. */
export function countWords(text: string): number {
  const bare = text.replace(MARK, " ");
  const segments = new Intl.Segmenter("und", { granularity: "word" }).segment(bare);
  let words = 0;
  for (const segment of segments) if (segment.isWordLike) words++;
  return words;
}

/** A citation as shown: "4 ¶9", with the passage for its preview. */
export interface Chip {
  /** The mark's order in the text, from 0. */
  position: number;
  readingId: string;
  paragraphId: string;
  reading: number;
  title: string;
  paragraph: number | null;
  text: string;
}
