/** A quotation up to this long is shown whole. UTF-16 units. */
const WHOLE = 240;
/** Of a longer one this much of its beginning and of its end. */
const PART = 90;

/** The first `most` units of a text or fewer, ending between words where it has any, never within a character. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "word" }).segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept.trimEnd();
}

function endOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const segments = [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)];
  const from = segments.find(({ index }) => text.length - index <= most)?.index ?? text.length;
  return text.slice(from).trimStart();
}

/**
 * A passage as it is quoted beside the text: whole, or its first words and its last.
 * @param last the passage's part in the last of its paragraphs, where it runs over several
 */
export function quoteInShort(first: string, last?: string): string {
  if (last === undefined && first.length <= WHOLE) return first;
  return `${beginningOf(first.trim(), PART)} … ${endOf((last ?? first).trim(), PART)}`;
}
