import { citationMark, type NamedPosition } from "./citation";

/** A paragraph that can be cited, as the cite helper offers it. */
export interface CitablePassage {
  readingId: string;
  paragraphId: string;
  /** The reading's number in the course. */
  reading: number;
  title: string;
  paragraph: number;
  text: string;
}

/** A citation being typed: from its opening `[[` or `¶` to the caret. */
export interface CiteToken {
  opening: "[[" | "¶";
  query: string;
  /** UTF-16 units in the text; `end` is the caret. */
  start: number;
  end: number;
}

const OPEN = /\[\[([^[\]\n]{0,60})$/;
const PILCROW = /¶([^[\]¶\n]{0,60})$/;

/** The citation that is being typed just before the caret, or null. */
export function citeTokenAt(text: string, caret: number): CiteToken | null {
  const before = text.slice(0, caret);
  const open = OPEN.exec(before);
  if (open) return { opening: "[[", query: open[1] ?? "", start: open.index, end: caret };
  const pilcrow = PILCROW.exec(before);
  return pilcrow && { opening: "¶", query: pilcrow[1] ?? "", start: pilcrow.index, end: caret };
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("und");

interface Wanted {
  numbers: number[];
  words: string[];
}

/** Numbers lead ("4", "4 ¶9", "4 9"), words follow ("4 troops"). */
function readQuery(query: string): Wanted {
  const parts = folded(query)
    .split(/[\s¶:]+/)
    .filter(Boolean);
  const firstWord = parts.findIndex((part) => !/^\d{1,5}$/.test(part));
  const numbers = (firstWord === -1 ? parts : parts.slice(0, firstWord)).slice(0, 2).map(Number);
  return { numbers, words: parts.slice(numbers.length) };
}

const startsWith = (number: number, beginning: number) => String(number).startsWith(String(beginning));

function rank(passage: CitablePassage, { numbers, words }: Wanted, opening: CiteToken["opening"]): number {
  const [first, second] = numbers;
  // Where both are typed the passage is found; what follows is the name of the position for which it is cited.
  if (second !== undefined && passage.reading === first && passage.paragraph === second) return 2;
  if (words.length > 0) {
    const where = folded(`${passage.title} ${passage.text}`);
    if (!words.every((word) => where.includes(word))) return 0;
  }
  if (first === undefined) return 1;
  if (second !== undefined) {
    return passage.reading === first && startsWith(passage.paragraph, second) ? 1 : 0;
  }
  // One number: after "[[" it is a reading's first, after "¶" a paragraph's.
  const isReading = passage.reading === first;
  const isParagraph = passage.paragraph === first;
  const [meant, alsoMeant] = opening === "[[" ? [isReading, isParagraph] : [isParagraph, isReading];
  return meant ? 2 : alsoMeant ? 1 : 0;
}

/** At most `most` passages that answer what is typed, the likeliest first, else in the course's order. */
export function matchPassages(
  passages: readonly CitablePassage[],
  token: Pick<CiteToken, "opening" | "query">,
  most: number,
): CitablePassage[] {
  const wanted = readQuery(token.query);
  return passages
    .map((passage) => ({ passage, rank: rank(passage, wanted, token.opening) }))
    .filter((candidate) => candidate.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map((candidate) => candidate.passage);
}

/** The beginning of a paragraph, or the neighbourhood of the first word it was found by; `most` UTF-16 units or fewer. */
export function glimpseOf(text: string, query: string, most: number): string {
  const lower = text.toLocaleLowerCase("und");
  const places = readQuery(query).words.map((word) => lower.indexOf(word));
  const place = Math.max(0, places.find((at) => at > 0) ?? 0);
  // Lower case may be longer than what it was made from; a place that is slightly off only shifts the window.
  const from = place < most / 2 ? 0 : text.lastIndexOf(" ", place - most / 4) + 1;
  const to = from + most >= text.length ? text.length : text.lastIndexOf(" ", from + most);
  const end = to <= from ? Math.min(text.length, from + most) : to;
  return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}

/** The positions whose name begins with what is typed behind the two numbers, all of them where nothing is. */
export function matchPositions<Position extends NamedPosition>(
  positions: readonly Position[],
  token: Pick<CiteToken, "query">,
): Position[] {
  const { numbers, words } = readQuery(token.query);
  if (numbers.length < 2) return [];
  const typed = words.join(" ");
  return positions.filter((position) =>
    [position.short, position.name].some((name) => folded(name).startsWith(typed)),
  );
}

/**
 * The text with the token replaced by the passage's mark, and where the caret then stands.
 * @param about the name of the position for which the passage is cited
 */
export function completeCitation(
  text: string,
  token: Pick<CiteToken, "start" | "end">,
  passage: Pick<CitablePassage, "reading" | "paragraph">,
  about: string | null = null,
): { text: string; caret: number } {
  const mark = citationMark(passage.reading, passage.paragraph, about);
  // Closing brackets that an editor or a hand has already put there are taken along.
  const rest = text.slice(token.end).replace(/^\]{1,2}/, "");
  return { text: text.slice(0, token.start) + mark + rest, caret: token.start + mark.length };
}
