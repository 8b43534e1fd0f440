import { type CitationMark, citationMark, findCitations } from "@/domain/prompt/citation";

type Place = Pick<CitationMark, "reading" | "paragraph">;

const isAt = (place: Place) => (mark: CitationMark) =>
  mark.reading === place.reading && mark.paragraph === place.paragraph;

/**
 * The passages that a text cites for no position, each once, in the order of the text; not those that it also cites
 * for one.
 */
export function citedForNone(
  text: string,
  leadsSomewhere: (mark: CitationMark) => boolean,
  isNamed: (mark: CitationMark) => boolean,
): CitationMark[] {
  const marks = findCitations(text).filter(leadsSomewhere);
  return marks.filter(
    (mark, at) =>
      !marks.some((each) => isAt(mark)(each) && isNamed(each)) && marks.findIndex(isAt(mark)) === at,
  );
}

/** The text with every mark at `place` that names no position naming this one: `[[4 ¶9]]` becomes `[[4 ¶9 Charter]]`. */
export function citeFor(
  text: string,
  place: Place,
  about: string,
  isNamed: (mark: CitationMark) => boolean,
): string {
  return findCitations(text)
    .filter((mark) => isAt(place)(mark) && !isNamed(mark))
    .reverse()
    .reduce(
      (changed, { reading, paragraph, start, end }) =>
        changed.slice(0, start) + citationMark(reading, paragraph, about) + changed.slice(end),
      text,
    );
}
