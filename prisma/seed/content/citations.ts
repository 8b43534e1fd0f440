/** A citation as written in the demo's texts: `[[code ¶7]]` is block 7 of the reading "code". */
export type WrittenCitation = { reading: string; paragraph: number; raw: string };

/** Lists the `[[reading ¶n]]` citations of a text in the order in which they stand. */
export function writtenCitations(body: string): WrittenCitation[] {
  return [...body.matchAll(/\[\[([a-z-]+) ¶(\d+)\]\]/g)].map((match) => ({
    raw: match[0],
    reading: match[1] ?? "",
    paragraph: Number(match[2]),
  }));
}
