/** A passage somebody marked, in UTF-16 units of the paragraph's text, end exclusive. */
export interface MarkedPassage {
  id: string;
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  start: number;
  /** Ids of the passages this piece belongs to. */
  within: string[];
  /** Ids of the passages that end with this piece. */
  ending: string[];
}

/** Cuts a text where passages begin and end. The pieces put together are the text; passages may overlap. */
export function segmentsOf(text: string, passages: readonly MarkedPassage[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of passages) {
    if (start >= 0 && end <= text.length && start < end) cuts.add(start).add(end);
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start,
      within: passages
        .filter((passage) => passage.start <= start && passage.end >= end)
        .map((passage) => passage.id),
      ending: passages
        .filter((passage) => passage.end === end && passage.start <= start)
        .map((passage) => passage.id),
    };
  });
}

/** Of what separates the lines of a list and the cells of a table nothing is drawn. */
const isUndrawn = (text: string) => /^[\s|]*$/.test(text);

/**
 * The passages that lie in one piece of a text, with the offsets they have there; `ends` says which of them go no further
 * than it.
 */
export function passagesIn(
  text: string,
  passages: readonly MarkedPassage[],
  piece: { at: number; length: number },
): { within: MarkedPassage[]; ends: ReadonlySet<string> } {
  const to = piece.at + piece.length;
  const here = passages.filter(({ start, end }) => start < to && end > piece.at && end <= text.length);
  const ending = here.filter(({ end }) => end <= to || isUndrawn(text.slice(to, end)));
  return {
    within: here.map(({ id, start, end }) => ({
      id,
      start: Math.max(0, start - piece.at),
      end: Math.min(piece.length, end - piece.at),
    })),
    ends: new Set(ending.map(({ id }) => id)),
  };
}
