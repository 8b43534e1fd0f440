/** A stretch of a text in UTF-16 units, `end` exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

const sentences = new Intl.Segmenter("und", { granularity: "sentence" });

/** The sentence that stands at an offset, without the spaces after it; of an empty text nothing. */
export function sentenceAt(text: string, offset: number): Stretch {
  const found = sentences.segment(text).containing(Math.min(Math.max(0, offset), text.length - 1));
  if (!found) return { start: 0, end: text.trimEnd().length };
  return { start: found.index, end: found.index + found.segment.trimEnd().length };
}

/** The first sentence in which one of the words looked for stands; else the first of all. */
export function sentenceWith(text: string, query: string): Stretch {
  const lower = text.toLocaleLowerCase("und");
  const words = query
    .toLocaleLowerCase("und")
    .split(/[\s¶:[\]]+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word));
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  return sentenceAt(text, places.length > 0 ? Math.min(...places) : 0);
}
