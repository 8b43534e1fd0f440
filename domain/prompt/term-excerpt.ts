import type { Use } from "./term";

/** A piece of text with words marked in it. */
export interface Excerpt {
  text: string;
  /** Start and end (exclusive) in UTF-16 units, in order, apart from one another. */
  marks: [start: number, end: number][];
}

/** A longer sentence is cut around what is marked in it. UTF-16 units. */
const LONGEST = 420;
const AROUND = 180;
/** So many sentences of a paragraph; the rest is a click away. */
const MOST_SENTENCES = 3;

interface Piece {
  start: number;
  end: number;
}

/** The cut nearest to `at` that parts no word and no letter. */
function boundary(text: string, at: number, language: string): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const from = Math.max(0, at - 40);
  const space = text.slice(from, at).lastIndexOf(" ");
  if (space >= 0) return from + space + 1;
  const within = segmenter(language, "grapheme").segment(text).containing(at);
  return within ? within.index : at;
}

function segmenter(language: string, granularity: "sentence" | "grapheme"): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}

function cut(text: string, sentence: Piece, uses: readonly Use[], language: string): Piece {
  if (sentence.end - sentence.start <= LONGEST) return sentence;
  const first = uses[0]?.start ?? sentence.start;
  const last = Math.min(uses.at(-1)?.end ?? first, first + LONGEST);
  return {
    start: Math.max(sentence.start, boundary(text, first - AROUND, language)),
    end: Math.min(sentence.end, Math.max(last, boundary(text, last + AROUND, language))),
  };
}

/** The sentences of a paragraph in which a term stands, with its words marked; "…" where something is left out. */
export function excerptOf(text: string, uses: readonly Use[], language: string): Excerpt {
  const pieces: Piece[] = [];
  for (const { segment, index } of segmenter(language, "sentence").segment(text)) {
    const sentence = { start: index, end: index + segment.trimEnd().length };
    const last = pieces.at(-1);
    const inside = uses.filter((use) => use.start >= index && use.start < index + segment.length);
    const own = inside.filter((use) => !last || use.start >= last.end);
    if (own.length === 0) continue;
    const end = Math.max(sentence.end, own.at(-1)?.end ?? 0);
    const piece = cut(text, { start: Math.max(index, last?.end ?? 0), end }, own, language);
    if (last && text.slice(last.end, piece.start).trim() === "") last.end = piece.end;
    else if (pieces.length < MOST_SENTENCES) pieces.push(piece);
    else break;
  }
  let out = "";
  const marks: Excerpt["marks"] = [];
  let before = 0;
  for (const [at, { start, end }] of pieces.entries()) {
    const isGap = text.slice(before, start).trim() !== "";
    out += (at > 0 ? " " : "") + (isGap ? "… " : "");
    const shift = out.length - start;
    for (const use of uses) {
      if (use.start >= start && use.start < end)
        marks.push([use.start + shift, Math.min(use.end, end) + shift]);
    }
    out += text.slice(start, end);
    before = end;
  }
  if (text.slice(before).trim() !== "") out += " …";
  return { text: out, marks };
}
