/** A citation as written in the demo's texts: `[[code ¶7 Charter]]` is block 7 of the reading "code", for a position. */
export type WrittenCitation = {
  reading: string;
  paragraph: number;
  /** The short name of the position for which it is cited; null where nothing is said. */
  about: string | null;
  raw: string;
};

/** Lists the `[[reading ¶n]]` citations of a text in the order in which they stand. */
export function writtenCitations(body: string): WrittenCitation[] {
  return [...body.matchAll(/\[\[([a-z-]+) ¶(\d+)(?: ([A-Za-z]+))?\]\]/g)].map((match) => ({
    raw: match[0],
    reading: match[1] ?? "",
    paragraph: Number(match[2]),
    about: match[3] ?? null,
  }));
}
