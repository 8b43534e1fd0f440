/** A word's place in a paragraph, UTF-16 units, end exclusive. */
export interface Word {
  start: number;
  end: number;
}

/** The words of a text in any script; marks and spaces between them belong to none. */
export function wordsOf(text: string, language: string): Word[] {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    segmenter = new Intl.Segmenter("und", { granularity: "word" });
  }
  const words: Word[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  }
  return words;
}

/** A passage being chosen by keys: from the word it began with to the word reached, by their order. */
export interface Pick {
  from: number;
  to: number;
}

/** One key's step: moving takes both ends along, extending only the one reached. */
export function step(pick: Pick, by: number, extend: boolean, count: number): Pick {
  const to = Math.max(0, Math.min(count - 1, pick.to + by));
  return extend ? { from: pick.from, to } : { from: to, to };
}

/** The place of what is picked, or null where the text has no words. */
export function pickedPlace(pick: Pick, words: Word[]): Word | null {
  const first = words[Math.min(pick.from, pick.to)];
  const last = words[Math.max(pick.from, pick.to)];
  return first && last ? { start: first.start, end: last.end } : null;
}
