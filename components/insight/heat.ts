import { shadeOf } from "@/domain/insight/heat";
import type { Heat, HeatParagraph } from "./shapes";

/** What makes the text warm. */
export type HeatOf = "comments" | "questions";

export interface HeatPiece {
  /** Where it begins, in UTF-16 units. */
  from: number;
  text: string;
  /** Null for words nobody has commented on. */
  shade: 1 | 2 | 3 | 4 | null;
  comments: number;
  asked: boolean;
}

export interface HeatRow {
  paragraph: HeatParagraph;
  count: number;
  /** Of the most on one paragraph, 0 to 1. */
  share: number;
  /** Shown whole; a quiet paragraph is one line. */
  hot: boolean;
  pieces: HeatPiece[];
}

const countOf = (paragraph: HeatParagraph, of: HeatOf) =>
  of === "comments" ? paragraph.comments : paragraph.questions;

/** A paragraph's words, cut where their shade changes; by questions only those that are asked about are shaded. */
function piecesOf({ text, warm, questions }: HeatParagraph, of: HeatOf, hottest: number): HeatPiece[] {
  const pieces: HeatPiece[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) pieces.push({ from: at, text: text.slice(at, to), shade: null, comments: 0, asked: false });
  };
  for (const { from, to, comments, asked } of warm) {
    if (of === "questions" && !asked) continue;
    plain(from);
    const shade = shadeOf(of === "comments" ? comments : questions, hottest);
    pieces.push({ from, text: text.slice(from, to), shade, comments, asked });
    at = to;
  }
  plain(text.length);
  return pieces;
}

const most = (counts: readonly number[]) => counts.reduce((found, count) => Math.max(found, count), 0);

/** As many as lie on the hottest words, of which the shades are shares. */
export const hottestOf = ({ paragraphs }: Heat, of: HeatOf): number =>
  most(
    of === "comments"
      ? paragraphs.flatMap(({ warm }) => warm.map(({ comments }) => comments))
      : paragraphs.map(({ questions }) => questions),
  );

/** The least that each of the four shades stands for; fewer where the hottest are few. */
export function shadeKey(hottest: number): { shade: 1 | 2 | 3 | 4; least: number }[] {
  const first = new Map<1 | 2 | 3 | 4, number>();
  for (let count = 1; count <= hottest; count++) {
    const shade = shadeOf(count, hottest);
    if (!first.has(shade)) first.set(shade, count);
  }
  return [...first].map(([shade, least]) => ({ shade, least }));
}

/**
 * The text as a map. A paragraph is hot when it has more than a quarter of the most on any, or a question that waits:
 * then it is shown whole.
 */
export function heatRows(heat: Heat, of: HeatOf): HeatRow[] {
  const top = most(heat.paragraphs.map((paragraph) => countOf(paragraph, of)));
  const hottest = hottestOf(heat, of);
  return heat.paragraphs.map((paragraph) => {
    const count = countOf(paragraph, of);
    return {
      paragraph,
      count,
      share: top === 0 ? 0 : count / top,
      hot: count > 0 && (shadeOf(count, top) > 1 || paragraph.questions > 0),
      pieces: piecesOf(paragraph, of, hottest),
    };
  });
}

/**
 * The paragraph with a number that is talked of (or asked about) most; of two alike the first. Null where nobody has
 * said anything.
 */
export function peakOf(rows: readonly HeatRow[]): HeatRow | null {
  return rows
    .filter(({ paragraph }) => paragraph.number !== null)
    .reduce<HeatRow | null>((found, row) => (row.count > (found?.count ?? 0) ? row : found), null);
}
