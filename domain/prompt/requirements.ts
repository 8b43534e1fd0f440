import { type CitationMark, countWords, findCitations } from "./citation";

/** What a prompt asks of a response; 0 asks nothing. */
export interface Requirements {
  wordsMin: number;
  citationsMin: number;
  readingsMin: number;
}

export interface Requirement {
  kind: "words" | "citations" | "readings";
  have: number;
  need: number;
  met: boolean;
}

export interface Standing {
  words: number;
  /** Distinct readings cited, by their numbers, in order. */
  readings: number[];
  /** One entry for each thing that the prompt asks. */
  requirements: Requirement[];
  /** How many of them are not met yet. */
  missing: number;
}

/**
 * Holds a response against what its prompt asks.
 * @param leadsSomewhere false for a mark that names no paragraph: such a mark is not a citation
 */
export function standingOf(
  text: string,
  asked: Requirements,
  leadsSomewhere: (mark: CitationMark) => boolean = () => true,
): Standing {
  const marks = findCitations(text).filter(leadsSomewhere);
  const words = countWords(text);
  const cited = new Set(marks.map((mark) => `${mark.reading} ${mark.paragraph}`));
  const readings = [...new Set(marks.map((mark) => mark.reading))].sort((a, b) => a - b);
  const measured = [
    { kind: "words", have: words, need: asked.wordsMin },
    // The same paragraph named twice is one citation: the number asked for is of passages, not of marks.
    { kind: "citations", have: cited.size, need: asked.citationsMin },
    { kind: "readings", have: readings.length, need: asked.readingsMin },
  ] as const;
  const requirements = measured
    .filter(({ need }) => need > 0)
    .map((item) => ({ ...item, met: item.have >= item.need }));
  return { words, readings, requirements, missing: requirements.filter((item) => !item.met).length };
}
