/** Anything that Markdown, a citation or a name could be made of. When in doubt a sign is among them. */
const SIGNS = /[*_~`[\]<>|\\&#=@\t]|www\.|:\/\/|(?:^|\n) *(?:[-+:]|\d+[.)]|\S? {4})| {2}\n/;

/**
 * The paragraphs of a text in which there is nothing to be read as Markdown, or null. Most of what people write in
 * passing is such a text, and is drawn without a parser.
 */
export function plainParagraphs(text: string): string[] | null {
  if (SIGNS.test(text)) return null;
  return text
    .split(/\n(?: *\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
