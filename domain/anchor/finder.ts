import type { Text } from "./align";

/** How much around a passage has to agree before another place with its words is taken for its own. */
export const CONTEXT = 24;

interface Place {
  paragraphId: string;
  start: number;
  end: number;
}

/** Stands between paragraphs, and in none. */
const BETWEEN = "\0";

/** Finds words over all paragraphs of a text at once. */
export class Finder {
  private readonly all: string;
  private readonly starts: number[] = [];

  constructor(private readonly paragraphs: readonly Text[]) {
    let length = 0;
    for (const { text } of paragraphs) {
      this.starts.push(length);
      length += text.length + BETWEEN.length;
    }
    this.all = paragraphs.map(({ text }) => text).join(BETWEEN);
  }

  private at(offset: number): { paragraph: Text | undefined; start: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { paragraph: this.paragraphs[low], start: offset - (this.starts[low] ?? 0) };
  }

  private offsetsOf(words: string): number[] {
    const offsets: number[] = [];
    for (let at = this.all.indexOf(words); at >= 0; at = this.all.indexOf(words, at + 1)) offsets.push(at);
    return offsets;
  }

  /** The places where a passage's words stand again, with enough of what stood before or behind them. */
  places(quote: string, before: string, behind: string): Place[] {
    const offsets = new Set([
      ...(before.length < CONTEXT ? [] : this.offsetsOf(before + quote).map((at) => at + before.length)),
      ...(behind.length < CONTEXT ? [] : this.offsetsOf(quote + behind)),
    ]);
    return [...offsets].flatMap((offset) => {
      const { paragraph, start } = this.at(offset);
      return paragraph ? [{ paragraphId: paragraph.id, start, end: start + quote.length }] : [];
    });
  }

  /** The first paragraph that holds the whole of another. */
  holding(text: string): Text | undefined {
    const offset = this.all.indexOf(text);
    return offset < 0 ? undefined : this.at(offset).paragraph;
  }
}
